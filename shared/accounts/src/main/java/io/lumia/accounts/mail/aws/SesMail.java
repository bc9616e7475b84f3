package io.lumia.accounts.mail.aws;

import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.mail.MailText;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

/**
 * Hands plain-text mails to Amazon SES (API version 2, SendEmail). It returns once SES has taken the mail, so whoever is
 * answered that a mail is on its way can rely on it; SES then delivers, or bounces to the sender's address.
 *
 * <p>Neither log nor failure holds what SES says in its own words: a refusal names the reader's address.
 */
final class SesMail implements AccountMail {

    private static final Logger LOG = LoggerFactory.getLogger(SesMail.class);
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[a-z]{2,63}");
    private static final String CHARSET = StandardCharsets.UTF_8.name();
    private static final int FIRST_SERVER_ERROR = 500;

    private final Supplier<SesV2Client> client;
    private final String sender;
    private final MailText text;

    SesMail(Supplier<SesV2Client> client, String sender, MailText text) {
        if (!ADDRESS.matcher(sender).matches()) {
            throw AppException.invalid(
                    "lumia.accounts.mail.sender", sender, "an address such as no-reply@example.org, or none");
        }
        this.client = client;
        this.sender = sender;
        this.text = text;
    }

    @Override
    public void send(AccountMessage message) {
        String kind = message.getClass().getSimpleName();
        try {
            SendEmailResponse answer = client.get().sendEmail(request -> request.fromEmailAddress(sender)
                    .destination(to -> to.toAddresses(message.to().value()))
                    .content(content(message)));
            LOG.info("SES took a mail, {}, as {}", kind, answer.messageId());
        } catch (AwsServiceException e) {
            throw refused(kind, e);
        } catch (SdkException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "SES did not answer whether it took a mail, %s: %s"
                            .formatted(kind, e.getClass().getSimpleName()),
                    e);
        }
    }

    private EmailContent content(AccountMessage message) {
        return EmailContent.builder()
                .simple(mail ->
                        mail.subject(text(text.subject(message))).body(body -> body.text(text(text.body(message)))))
                .build();
    }

    private static Content text(String data) {
        return Content.builder().data(data).charset(CHARSET).build();
    }

    /** Without the exception for a cause, whose message quotes the address. */
    private static AppException refused(String kind, AwsServiceException e) {
        boolean later = e.isThrottlingException() || e.statusCode() >= FIRST_SERVER_ERROR;
        String word = e.awsErrorDetails() == null
                ? "without a word"
                : Objects.requireNonNullElse(e.awsErrorDetails().errorCode(), "without a word");
        return new AppException(
                later ? ErrorCode.TRANSPORT_UNAVAILABLE : ErrorCode.INTERNAL,
                "SES did not take a mail, %s: status %d, %s, request %s"
                        .formatted(kind, e.statusCode(), word, e.requestId()));
    }
}

package io.lumia.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.profile.ProfileCheck.Checked;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileCheckTest {

    @Test
    void takesAProfileInTheWordsOfARequest() {
        Checked checked = ProfileCheck.check(new ProfileDraft(
                "moderate",
                "long",
                List.of(" Technology ", "Health Care"),
                List.of("tsla", "3F0E1B0C-0000-7000-8000-0000000000AB")));

        assertThat(checked)
                .isEqualTo(new Checked.Accepted(new Profile(
                        RiskTolerance.MODERATE,
                        InvestmentHorizon.LONG,
                        java.util.Set.of("Technology", "Health Care"),
                        java.util.Set.of("TSLA", "3f0e1b0c-0000-7000-8000-0000000000ab"))));
    }

    @Test
    void nothingNeedBeSaid() {
        assertThat(ProfileCheck.check(new ProfileDraft(null, null, null, null)))
                .isEqualTo(new Checked.Accepted(Profile.EMPTY));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Checked checked = ProfileCheck.check(new ProfileDraft(
                "Moderate", "forever", List.of("Energy", " ", "a\nb"), List.of("AAPL", "not a symbol!")));

        assertThat(checked).isInstanceOfSatisfying(Checked.Refused.class, refused -> assertThat(refused.faults())
                .extracting(ProfileFault::path)
                .containsExactly(
                        "risk_tolerance",
                        "investment_horizon",
                        "preferred_sectors[1]",
                        "preferred_sectors[2]",
                        "excluded_assets[1]"));
    }

    @Test
    void refusesMoreEntriesThanARequestMayHave() {
        List<String> many = Collections.nCopies(ProfileCheck.MAX_ENTRIES + 1, "AAPL");

        assertThat(ProfileCheck.check(new ProfileDraft(null, null, null, many)))
                .isInstanceOfSatisfying(Checked.Refused.class, refused -> assertThat(refused.faults())
                        .singleElement()
                        .extracting(ProfileFault::message)
                        .isEqualTo("excluded_assets is '501 entries'; allowed: at most 500"));
    }
}

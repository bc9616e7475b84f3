package io.lumia.market.provider.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Providers' XML as a tree. No document type, no entity but the five, nothing fetched; elements are found by local name. */
public final class WebXml {

    private WebXml() {}

    /** The root element; empty where the bytes are no well-formed XML, or have a document type. */
    public static Optional<Element> parse(byte[] content) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            Document document = builder.parse(new ByteArrayInputStream(content));
            return Optional.ofNullable(document.getDocumentElement());
        } catch (SAXException | IOException _) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has a hardened XML parser", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** All elements below a node with a local name, in the order of the document. */
    public static List<Element> all(Element root, String localName) {
        return elements(root.getElementsByTagNameNS("*", localName)).toList();
    }

    /** The first element below a node with a local name. */
    public static Optional<Element> first(Element root, String localName) {
        return elements(root.getElementsByTagNameNS("*", localName)).findFirst();
    }

    /** Its direct children that are elements. */
    public static List<Element> children(Element parent) {
        return elements(parent.getChildNodes()).toList();
    }

    /** Text of the first element below a node with a local name, stripped; empty where there is none. */
    public static String text(Element root, String localName) {
        return first(root, localName).map(Element::getTextContent).orElse("").strip();
    }

    private static Stream<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found.stream();
    }

    /** The default one prints. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) {}

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

package org.heed.server.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Looks into PDF files, by programs that did not make them. */
public final class PdfCheck {
  private PdfCheck() {}

  /** What veraPDF finds against PDF/UA-1; nothing where it conforms. */
  public static List<String> faults(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + ": " + one.getMessage())
          .distinct()
          .toList();
    }
  }

  /** Its words, as they stand on the pages. */
  public static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  /** Its words in the order of its structure, which is the order in which they are read out. */
  public static String readOut(byte[] pdf) throws IOException {
    StringBuilder words = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Map<String, String> marked = new HashMap<>();
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        extractor.getMarkedContents().forEach(one -> gather(page, one, marked));
      }
      read(document.getDocumentCatalog().getStructureTreeRoot(), null, marked, words);
    }
    return words.toString().replaceAll("\\s+", " ");
  }

  private static void gather(PDPage page, PDMarkedContent content, Map<String, String> marked) {
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition position) {
        text.append(position.getUnicode());
      } else if (part instanceof PDMarkedContent inner) {
        gather(page, inner, marked);
      }
    }
    marked.merge(
        System.identityHashCode(page.getCOSObject()) + "/" + content.getMCID(),
        text.toString(),
        String::concat);
  }

  private static void read(
      PDStructureNode node, @Nullable PDPage on, Map<String, String> marked, StringBuilder words) {
    PDPage page = on;
    if (node instanceof PDStructureElement element && element.getPage() != null) {
      page = element.getPage();
    }
    for (Object kid : node.getKids()) {
      switch (kid) {
        case Integer number -> append(page, number, marked, words);
        case PDMarkedContentReference reference ->
            append(
                reference.getPage() == null ? page : reference.getPage(),
                reference.getMCID(),
                marked,
                words);
        case PDStructureElement element -> read(element, page, marked, words);
        default -> {
          // A link's annotation, which has no words of its own.
        }
      }
    }
    if (node instanceof PDStructureElement element && !element.getStructureType().equals("Span")) {
      words.append(' ');
    }
  }

  private static void append(
      @Nullable PDPage page, int number, Map<String, String> marked, StringBuilder words) {
    if (page != null) {
      words.append(
          marked.getOrDefault(System.identityHashCode(page.getCOSObject()) + "/" + number, ""));
    }
  }

  /**
   * Everything in it that could hold words: texts, every string, every stream unpacked, its bytes.
   */
  public static List<String> everything(byte[] pdf) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(words(pdf));
    all.add(new String(pdf, StandardCharsets.ISO_8859_1));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        COSBase base = object.getObject();
        if (base instanceof COSStream stream) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (InputStream in = stream.createInputStream()) {
            in.transferTo(out);
          }
          all.add(out.toString(StandardCharsets.ISO_8859_1));
          all.add(out.toString(StandardCharsets.UTF_8));
          all.add(out.toString(StandardCharsets.UTF_16BE));
        }
        if (base instanceof COSDictionary dictionary) {
          strings(dictionary, all);
        }
      }
    }
    return all;
  }

  private static void strings(COSDictionary dictionary, List<String> all) {
    for (COSBase value : dictionary.getValues()) {
      if (value instanceof COSString string) {
        all.add(string.getString());
      } else if (value instanceof COSDictionary inner && !(value instanceof COSStream)) {
        strings(inner, all);
      }
    }
  }
}

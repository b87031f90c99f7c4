package org.heed.server.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/**
 * Sets papers as tagged PDF by ISO 14289-1 (PDF/UA-1): the same paper gives the same bytes. It is
 * loaded when the first paper is set, not when Heed starts.
 */
final class PaperSetter {
  /** Liberation Sans, under the SIL Open Font License 1.1, as PDFBox brings it. */
  private static final String TYPEFACE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final TrueTypeFont FONT = font();
  private static final CmapLookup DRAWN = drawn();

  static {
    XRLog.setLoggingEnabled(false);
    // Otherwise every typeface of the machine is read, and a paper would depend on them.
    FontMappers.set(new OneTypeface());
  }

  private PaperSetter() {}

  static byte[] set(Paper paper) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    builder.useFont(
        PaperSetter::typeface, "Liberation Sans", 400, BaseRendererBuilder.FontStyle.NORMAL, true);
    builder.withProducer("Heed");
    builder.withHtmlContent(PaperMarkup.of(paper, at -> DRAWN.getGlyphId(at) != 0), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      nameLinks(document);
      date(document, paper.made());
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A link says where it goes (ISO 14289-1, 7.18.5). */
  private static void nameLinks(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation.getContents() == null) {
          annotation.setContents("Goes to this part");
        }
      }
    }
  }

  private static void date(PDDocument document, Instant made) {
    GregorianCalendar at = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(at);
    document.getDocumentInformation().setModificationDate(at);
    document.setDocumentId(made.toEpochMilli());
    document.getDocumentCatalog().setLanguage(Locale.UK.toLanguageTag());
  }

  private static InputStream typeface() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(TYPEFACE), TYPEFACE);
  }

  private static TrueTypeFont font() {
    try (InputStream in = typeface()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CmapLookup drawn() {
    try {
      return FONT.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one typeface, whatever is asked for. */
  private static final class OneTypeface implements FontMapper {
    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor like) {
      return new FontMapping<>(FONT, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor like) {
      return new FontMapping<>(FONT, true);
    }

    @Override
    public CIDFontMapping getCIDFont(
        String name, @Nullable PDFontDescriptor like, @Nullable PDCIDSystemInfo system) {
      return new CIDFontMapping(null, FONT, true);
    }
  }
}

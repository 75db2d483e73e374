package org.datamarket.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.datamarket.io.Html;
import org.datamarket.io.Version;

/**
 * An HTML page that needs nothing but itself: styles, scripts and numbers are inside, and its
 * security policy forbids the browser to load anything else. The bytes depend on the arguments and
 * the program's version alone.
 */
final class Page {
  /** The name of a report within its folder. */
  static final String FILE = "report.html";

  private static final String SCRIPTS = "/org/datamarket/report/";
  private static final String D3 = "/META-INF/resources/webjars/d3/%s/dist/d3.min.js";
  private static final String D3_LICENCES = "/META-INF/licenses/ISC-d3.txt";
  private static final List<String> COMMON = List.of("base.js", "stats.js", "plot.js");

  /** Before all other scripts, so that nothing that goes wrong stays unseen. */
  private static final String ERRORS = "errors.js";

  private static final ObjectWriter JSON =
      JsonMapper.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build().writer();

  private Page() {}

  /**
   * A page.
   *
   * @param title plain text
   * @param scripts the page's own scripts, in order; the common ones come before them
   * @param data what they find as {@code DM.data}: records, maps, lists, texts, numbers, booleans
   *     and nulls
   */
  static String html(String title, List<String> scripts, Object data) {
    StringBuilder page = new StringBuilder(400_000);
    page.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:">
        """);
    page.append("<title>").append(Html.escape(title)).append("</title>\n<style>\n");
    page.append(resource(SCRIPTS + "page.css"));
    page.append("</style>\n</head>\n<body>\n");
    page.append("<noscript>The pictures of this report need JavaScript.</noscript>\n");
    page.append("<main id=\"report\"></main>\n");
    page.append("<script type=\"application/json\" id=\"data\">");
    page.append(json(data)).append("</script>\n");
    script(page, resource(SCRIPTS + ERRORS));
    script(
        page,
        "/*\n" + resource(D3_LICENCES) + "*/\n" + resource(String.format(D3, Version.of("d3"))));
    COMMON.forEach(name -> script(page, resource(SCRIPTS + name)));
    scripts.forEach(name -> script(page, resource(SCRIPTS + name)));
    return page.append("</body>\n</html>\n").toString();
  }

  private static void script(StringBuilder page, String text) {
    page.append("<script>\n").append(text).append("</script>\n");
  }

  /** JSON that no HTML parser takes for the end of a script, whatever texts there are in it. */
  private static String json(Object data) {
    try {
      return JSON.writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain values have no cause to fail", impossible);
    }
  }

  /** The program that makes the page, with its version. */
  static String program() {
    return "Data Market " + Version.number();
  }

  private static String resource(String path) {
    try (InputStream in = Page.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing in this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text : text + "\n";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

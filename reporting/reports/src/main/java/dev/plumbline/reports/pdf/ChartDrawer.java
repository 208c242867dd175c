package dev.plumbline.reports.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/** Draws the charts of the report, which have rectangles and straight paths only. */
final class ChartDrawer implements SVGDrawer {
  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // The charts have no text.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // The charts have no text.
  }

  @Override
  public SVGImage buildSVGImage(
      Element chart, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    return new Drawn(new Chart(chart), width, height, dotsPerPixel);
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  /**
   * A chart in its place.
   *
   * @param width in dots of the page, as is the height
   */
  private record Drawn(Chart chart, double width, double height, double dotsPerPixel)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) width;
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) height;
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      float wide = (float) (width / dotsPerPixel);
      float high = (float) (height / dotsPerPixel);
      device.drawWithGraphics(
          (float) x, (float) y, wide, high, graphics -> chart.draw(graphics, wide, high));
    }
  }
}

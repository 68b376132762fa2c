using System.Globalization;
using System.Security;
using System.Text;

namespace FrameworkBench.Charts;

/// <summary>Writes SVG elements. Coordinates are rounded to a tenth of a pixel, so equal input gives equal bytes.</summary>
/// <param name="id">The id of the root element; every other id in the file starts with it.</param>
internal sealed class Svg(string id)
{
    private readonly StringBuilder body = new();
    private readonly StringBuilder definitions = new();
    private readonly SortedSet<int> looks = [];
    private readonly SortedSet<int> patterns = [];
    private readonly SortedSet<(bool Diverging, int Step)> heats = [];
    private readonly SortedSet<string> classes = new(["bg"], StringComparer.Ordinal);
    private int clips;

    internal static string Number(double value)
    {
        string text = Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }

    internal static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(c => c is '\t' or >= ' ' and not '\uFFFE' and not '\uFFFF')));

    internal static string Point(double x, double y) => $"{Number(x)} {Number(y)}";

    /// <summary>The class of a look's stroke ("c"), fill ("f") or band ("b"); its colour comes into the style sheet.</summary>
    internal string Look(char kind, int look)
    {
        looks.Add(Palette.Index(look));
        return $"{kind}{Palette.Index(look)}";
    }

    /// <summary>The class of a size's fill; its colour comes into the style sheet.</summary>
    internal string Heat(int step, bool diverging = false)
    {
        heats.Add((diverging, step));
        return $"{(diverging ? 'd' : 'h')}{step}";
    }

    /// <summary>The class of text that stands on a size's fill.</summary>
    internal string HeatText(int step, bool diverging = false)
    {
        heats.Add((diverging, step));
        return $"{(diverging ? 'd' : 'h')}t{step}";
    }

    /// <summary>The class of a line in a size's colour.</summary>
    internal string HeatLine(int step)
    {
        heats.Add((false, step));
        return $"hl{step}";
    }

    /// <summary>The fill of a look: its colour and, so that colour is not the only cue, its pattern.</summary>
    internal string PatternFill(int look)
    {
        int index = Palette.Index(look);
        looks.Add(index);
        patterns.Add(index);
        Used($"f{index} hatch");
        return $"url(#{id}-p{index})";
    }

    internal void Line(double x1, double y1, double x2, double y2, string style) =>
        body.Append($"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" class=\"{Used(style)}\"/>\n");

    internal void Path(string data, string style, string? tooltip = null, string dash = "")
    {
        string dashes = dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";
        Shape($"path d=\"{data}\" class=\"{Used(style)}\"{dashes}", "path", tooltip);
    }

    internal void Rectangle(
        double x, double y, double width, double height, string style, string? fill = null, string? tooltip = null,
        double radius = 0)
    {
        string paint = (style.Length == 0 ? "" : $" class=\"{Used(style)}\"") + (fill is null ? "" : $" fill=\"{fill}\"");
        string round = radius == 0 ? "" : $" rx=\"{Number(radius)}\"";
        Shape(
            $"rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"{round}{paint}",
            "rect", tooltip);
    }

    internal void Text(double x, double y, string text, string style, TextAnchor anchor = TextAnchor.Start, double turn = 0)
    {
        string align = anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
            _ => "",
        };
        string turned = turn == 0 ? "" : $" transform=\"rotate({Number(turn)} {Point(x, y)})\"";
        body.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{align}{turned} class=\"{Used(style)}\">{Escape(text)}</text>\n");
    }

    /// <summary>What is drawn inside <paramref name="draw"/> does not leave the rectangle.</summary>
    internal void Clipped(double x, double y, double width, double height, Action draw)
    {
        string clip = $"{id}-clip{clips++}";
        definitions.Append(
            $"<clipPath id=\"{clip}\"><rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" "
                + $"height=\"{Number(height)}\"/></clipPath>\n");
        body.Append($"<g clip-path=\"url(#{clip})\">\n");
        draw();
        body.Append("</g>\n");
    }

    /// <summary>The whole file.</summary>
    internal string Finish(double width, double height, string title, string description)
    {
        foreach (int pattern in patterns)
            definitions.Append(Palette.Pattern(id, pattern));
        string size = $"{Number(width)} {Number(height)}";
        var text = new StringBuilder();
        text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" width=\"{Number(width)}\" height=\"{Number(height)}\" ");
        text.Append($"viewBox=\"0 0 {size}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n");
        text.Append($"<title id=\"{id}-title\">{Escape(title)}</title>\n");
        text.Append($"<desc id=\"{id}-desc\">{Escape(description)}</desc>\n");
        text.Append($"<style>\n{Stylesheet.Of(id, classes, looks, heats)}</style>\n");
        if (definitions.Length > 0) text.Append($"<defs>\n{definitions}</defs>\n");
        text.Append($"<rect width=\"{Number(width)}\" height=\"{Number(height)}\" rx=\"6\" class=\"bg\"/>\n");
        return text.Append(body).Append("</svg>\n").ToString();
    }

    // Only the rules of classes that occur come into the file.
    private string Used(string style)
    {
        classes.UnionWith(style.Split(' '));
        return style;
    }

    private void Shape(string opening, string name, string? tooltip) =>
        body.Append(tooltip is null ? $"<{opening}/>\n" : $"<{opening}><title>{Escape(tooltip)}</title></{name}>\n");
}

/// <summary>Which part of a text stands at its coordinate.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

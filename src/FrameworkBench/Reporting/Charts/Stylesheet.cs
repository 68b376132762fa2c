using System.Text;

namespace FrameworkBench.Reporting.Charts;

/// <summary>
/// The embedded style. Every rule starts with the root's id, since a style element inside an HTML page holds for the
/// whole page. The background is painted, so text stays readable whatever the page around it looks like.
/// </summary>
internal static class Stylesheet
{
    private static readonly (string Selector, string Rule)[] Shared =
    [
        ("text", "font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;font-size:12px"),
        (".t", "font-size:16px;font-weight:600"),
        (".u", "font-size:14px;font-weight:600"),
        (".s", "font-size:13px"),
        (".b", "font-weight:600"),
        (".n", "font-size:11px"),
        (".o", "paint-order:stroke;stroke-width:4px;stroke-linejoin:round"),
        (".g,.x,.e", "fill:none;stroke-width:1px"),
        (".r", "fill:none;stroke-width:1.5px;stroke-dasharray:6 3"),
        (".w", "stroke-width:2px;fill:none;stroke-linejoin:round;stroke-linecap:round"),
        (".v", "stroke-width:1.2px"),
        (".z", "stroke-width:4px;fill:none;stroke-linecap:round;stroke-linejoin:round"),
        (".k1", "stroke-width:.8px;fill:none"),
        (".k2", "stroke-width:1.6px;fill:none"),
        (".k3", "stroke-width:2.4px;fill:none"),
        (".k4", "stroke-width:3.4px;fill:none"),
        (".k5", "stroke-width:4.6px;fill:none"),
        (".hatch", "fill:none;stroke-width:1.8px;stroke-linecap:round"),
    ];

    internal static string Of(string id, IReadOnlySet<int> looks, IReadOnlySet<(bool Diverging, int Step)> heats)
    {
        var text = new StringBuilder();
        foreach (var (selector, rule) in Shared)
            text.Append($"{Scoped(id, selector)}{{{rule}}}\n");
        Colours(text, id, looks, Palette.Light, "#ffffff", "#1f2328", "#59636e", "#e3e7eb", "#818b98");
        foreach (var (diverging, step) in heats)
            text.Append(Heat.Rules(id, step, diverging, dark: false));
        text.Append("@media (prefers-color-scheme:dark){\n");
        Colours(text, id, looks, Palette.Dark, "#0d1117", "#e6edf3", "#9aa4af", "#2a313a", "#7d8792");
        foreach (var (diverging, step) in heats)
            text.Append(Heat.Rules(id, step, diverging, dark: true));
        return text.Append("}\n").ToString();
    }

    private static void Colours(
        StringBuilder text, string id, IReadOnlySet<int> looks, string[] palette,
        string background, string ink, string muted, string grid, string axis)
    {
        text.Append($"#{id} .bg,#{id} .fbg{{fill:{background}}}\n");
        text.Append($"#{id} text{{fill:{ink}}}\n");
        text.Append($"#{id} .s,#{id} .n,#{id} .q{{fill:{muted}}}\n");
        text.Append($"#{id} .o,#{id} .v,#{id} .hatch{{stroke:{background}}}\n");
        text.Append($"#{id} .g{{stroke:{grid}}}\n");
        text.Append($"#{id} .x{{stroke:{axis}}}\n");
        text.Append($"#{id} .e,#{id} .r{{stroke:{ink}}}\n");
        text.Append($"#{id} .fg{{fill:{grid}}}\n#{id} .fx{{fill:{axis}}}\n#{id} .fi{{fill:{ink}}}\n");
        foreach (var look in looks)
        {
            text.Append($"#{id} .c{look}{{stroke:{palette[look]}}}\n");
            text.Append($"#{id} .f{look}{{fill:{palette[look]}}}\n");
            text.Append($"#{id} .b{look}{{fill:{palette[look]};fill-opacity:.18}}\n");
        }
    }

    private static string Scoped(string id, string selector) =>
        string.Join(',', selector.Split(',').Select(part => $"#{id} {part}"));
}

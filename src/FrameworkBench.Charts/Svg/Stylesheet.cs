using System.Text;

namespace FrameworkBench.Charts;

/// <summary>
/// The embedded style: the rules of the classes that a picture uses. Every rule starts with the root's id, since a style
/// element inside an HTML page holds for the whole page. The background is painted, so text stays readable whatever the
/// page around it looks like.
/// </summary>
internal static class Stylesheet
{
    private const string Stroke = "fill:none;stroke-width:";

    private static readonly (string Class, string Rule)[] Shapes =
    [
        ("t", "font-size:16px;font-weight:600"),
        ("u", "font-size:14px;font-weight:600"),
        ("s", "font-size:13px"),
        ("b", "font-weight:600"),
        ("n", "font-size:11px"),
        ("o", "paint-order:stroke;stroke-width:4px;stroke-linejoin:round"),
        ("g", Stroke + "1px"),
        ("x", Stroke + "1px"),
        ("e", Stroke + "1px"),
        ("r", Stroke + "1.5px;stroke-dasharray:6 3"),
        ("w", Stroke + "2px;stroke-linejoin:round;stroke-linecap:round"),
        ("v", "stroke-width:1.2px"),
        ("z", Stroke + "4px;stroke-linecap:round;stroke-linejoin:round"),
        ("hatch", Stroke + "1.8px;stroke-linecap:round"),
    ];

    internal static string Of(
        string id, IReadOnlySet<string> classes, IReadOnlySet<int> looks, IReadOnlySet<(bool Diverging, int Step)> heats)
    {
        var text = new StringBuilder();
        text.Append(
            $"#{id} text{{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif;font-size:12px}}\n");
        Append(Shapes);
        Append(Theme(Palette.Light, "#ffffff", "#1f2328", "#59636e", "#e3e7eb", "#818b98", dark: false));
        text.Append("@media (prefers-color-scheme:dark){\n");
        Append(Theme(Palette.Dark, "#0d1117", "#e6edf3", "#9aa4af", "#2a313a", "#7d8792", dark: true));
        return text.Append("}\n").ToString();

        void Append(IEnumerable<(string Class, string Rule)> rules)
        {
            foreach ((string name, string rule) in rules.Where(rule => rule.Class == "text" || classes.Contains(rule.Class)))
                text.Append($"#{id} {(name == "text" ? "" : ".")}{name}{{{rule}}}\n");
        }

        IEnumerable<(string Class, string Rule)> Theme(
            string[] palette, string background, string ink, string muted, string grid, string axis, bool dark) =>
        [
            ("text", $"fill:{ink}"),
            ("bg", $"fill:{background}"), ("fbg", $"fill:{background}"),
            ("s", $"fill:{muted}"), ("n", $"fill:{muted}"), ("q", $"fill:{muted}"),
            ("o", $"stroke:{background}"), ("v", $"stroke:{background}"), ("hatch", $"stroke:{background}"),
            ("g", $"stroke:{grid}"), ("x", $"stroke:{axis}"), ("e", $"stroke:{ink}"), ("r", $"stroke:{ink}"),
            ("fg", $"fill:{grid}"), ("fx", $"fill:{axis}"), ("fi", $"fill:{ink}"),
            .. heats.SelectMany(heat => Heat.Rules(heat.Step, heat.Diverging, dark)),
            .. looks.SelectMany(look => new[]
            {
                ($"c{look}", $"stroke:{palette[look]}"),
                ($"f{look}", $"fill:{palette[look]}"),
                ($"b{look}", $"fill:{palette[look]};fill-opacity:.18"),
            }),
        ];
    }
}

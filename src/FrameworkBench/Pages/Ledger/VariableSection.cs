using FrameworkBench.Engines.Variables;
using FrameworkBench.Pages.Markdown;
using FrameworkBench.Wording;

namespace FrameworkBench.Pages.Ledger;

/// <summary>The variables of the environment that the frameworks' libraries read, and what they did in this run.</summary>
internal static class VariableSection
{
    private const string NoneSlows = "No variable that slows a framework was set.";

    /// <summary>Writes the section; nothing when the environment was not read.</summary>
    internal static void Write(MarkdownDocument page, IReadOnlyList<FrameworkVariable>? variables)
    {
        if (variables is null)
            return;
        page.Heading(2, "Environment variables");
        IReadOnlyList<FrameworkVariable> slowing = VariableWords.Slowing(variables);
        if (slowing.Count == 0)
            page.Paragraph(NoneSlows);
        else
            page.Warning(Slowed([.. slowing.Select(variable => variable.Name)]));
        page.Table(Table(variables.Where(variable => variable.Influence != VariableInfluence.None)));
        string harmless =
            Names(variables.Where(variable => variable.Influence == VariableInfluence.None).Select(variable => variable.Name));
        page.Paragraph(harmless.Length == 0 ? "" : $"Also set, without effect on speed: {harmless}.");
    }

    private static string Slowed(string[] names) =>
        $"These variables were set and can slow a framework: {Names(names)}. "
            + "Engines that read them may not reach their frameworks' best times. "
        + $"To unset them: {MarkdownText.Code($"unset {string.Join(' ', names)}")}, "
        + $"in PowerShell {MarkdownText.Code($"Remove-Item {string.Join(", ", names.Select(name => $"Env:{name}"))}")}.";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(MarkdownText.Code));

    private static MarkdownTable Table(IEnumerable<FrameworkVariable> variables)
    {
        var table = new MarkdownTable("variable", "value", "reaches engines", "effect");
        foreach (FrameworkVariable variable in variables)
        {
            table.Add(
                MarkdownText.Code(variable.Name), variable.Value is null ? "not shown" : MarkdownText.Code(variable.Value),
                VariableWords.Reach(variable), $"{MarkdownText.Escape(variable.Effect)}.");
        }

        return table;
    }
}

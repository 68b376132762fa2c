using FrameworkBench.Claims.Register;
using FrameworkBench.Wording;

namespace FrameworkBench.Claims;

/// <summary>Verdicts as pages, pictures and data write them.</summary>
internal static class VerdictWords
{
    /// <summary>The icon of a claim whose verdict an engine's own trials contradict.</summary>
    internal const string Contradicted = "⚖️";

    internal static string Icon(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "✅",
        Ruling.DoesNotHold => "❌",
        Ruling.Inconclusive => "❔",
        Ruling.ByConstruction => "📐",
        _ => "–",
    };

    internal static string Words(Ruling ruling) => ruling switch
    {
        Ruling.Holds => "holds",
        Ruling.DoesNotHold => "does not hold",
        Ruling.Inconclusive => "inconclusive",
        Ruling.ByConstruction => "by construction",
        _ => "not judged",
    };

    /// <summary>Icon and words, which no line break separates.</summary>
    internal static string Mark(Ruling ruling) => $"{Icon(ruling)}\u00A0{Phrase.Unbroken(Words(ruling))}";

    /// <summary>The mark of a verdict, which says when it is exploratory.</summary>
    internal static string Mark(Verdict verdict) =>
        Mark(verdict.Finding.Ruling)
            + (verdict.Finding.Ruling is Ruling.NotJudged or Ruling.ByConstruction || verdict.Registration == Registration.Registered
            ? "" : ", *exploratory*");

    /// <summary>The word in <c>claims.json</c>.</summary>
    internal static string Key(Ruling ruling) => Words(ruling).Replace(' ', '_');

    /// <summary>The ruling of a word in <c>claims.json</c>; not judged when there is no such word.</summary>
    internal static Ruling Of(string key) => Enum.GetValues<Ruling>().FirstOrDefault(ruling => Key(ruling) == key, Ruling.NotJudged);
}

using System.Text;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Reading;

namespace FrameworkBench.Claims.Register;

/// <summary>
/// The register of frozen claims, <c>experiments/claims.lock</c>: one line a claim, in the order of their names. A verdict counts as
/// confirmed by fresh evidence only if its claim stands here as it was judged, and no result of the same splits or seeds had been seen.
/// </summary>
public sealed class ClaimRegister
{
    private const string Heading = """
        # The register of claims: experiment/claim, the SHA-256 of all that decides its verdict, and the splits and seeds of results
        # that had been seen when it was frozen (random state/seeds). Written by `frameworkbench claims freeze`; do not edit.

        """;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SortedDictionary<(string Experiment, string Claim), RegisterEntry> entries;

    /// <summary>Makes a register.</summary>
    /// <param name="entries">Its entries, one a claim.</param>
    public ClaimRegister(IEnumerable<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        this.entries = new(Comparer<(string Experiment, string Claim)>.Create((one, other) =>
            string.CompareOrdinal(one.Experiment, other.Experiment) is var order and not 0
                ? order : string.CompareOrdinal(one.Claim, other.Claim)));
        foreach (RegisterEntry entry in entries)
            this.entries.Add((entry.Experiment, entry.Claim), entry);
    }

    /// <summary>A register without entries.</summary>
    public static ClaimRegister Empty { get; } = new([]);

    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyCollection<RegisterEntry> Entries => entries.Values;

    /// <summary>Reads a register; one that does not exist is empty.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">A line is no entry, or a claim has two.</exception>
    public static ClaimRegister Read(string path)
    {
        if (!File.Exists(path))
            return Empty;
        var read = new Dictionary<(string, string), RegisterEntry>();
        string[] lines = RegularFile.ReadText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i].StartsWith('#'))
                continue;
            RegisterEntry entry = Parse(lines[i]) ?? throw new IOException(
                $"{path}:{i + 1}: '{ScalarNode.Shorten(lines[i])}' is not a frozen claim; "
                + "restore the file, or delete the line and run frameworkbench claims freeze");
            if (!read.TryAdd((entry.Experiment, entry.Claim), entry))
                throw new IOException($"{path}:{i + 1}: {entry.Experiment}/{entry.Claim} is repeated; "
                    + "restore the file, or delete one line");
        }

        return new ClaimRegister(read.Values);
    }

    /// <summary>Writes the register; the same entries give the same bytes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path) => File.WriteAllText(path, ToString(), Utf8);

    /// <summary>The register's text.</summary>
    public override string ToString() => Heading + string.Concat(Entries.Select(entry => $"{entry}\n"));

    /// <summary>The entry of a claim; null when it was never frozen.</summary>
    public RegisterEntry? Find(string experiment, string claim) => entries.GetValueOrDefault((experiment, claim));

    /// <summary>What the register says of a claim that was judged as a fingerprint says.</summary>
    public Registration Of(string experiment, string claim, ClaimFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return Find(experiment, claim) is not { } entry ? Registration.NotFrozen
            : entry.Hash != fingerprint.PlannedHash ? Registration.Changed
            : entry.Hash != fingerprint.Hash ? Registration.OtherPlan
            : entry.Seen.All(seen => fingerprint.Draws.AreFreshAfter(seen, fingerprint.OnOneSplit)) ? Registration.Registered
            : Registration.AfterResults;
    }

    /// <summary>Says of each verdict what the register says of its claim.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="verdicts">Verdicts of the experiment.</param>
    /// <param name="fingerprints">Takes fingerprints as the experiment was run.</param>
    public IReadOnlyList<Verdict> Mark(Experiment experiment, IReadOnlyList<Verdict> verdicts, Fingerprinting fingerprints)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentNullException.ThrowIfNull(fingerprints);
        var prints = experiment.Claims.ToDictionary(claim => claim.Id, claim => fingerprints.Of(experiment, claim), StringComparer.Ordinal);
        return
        [
            .. from verdict in verdicts
               let print = prints[verdict.Claim.Id]
               select verdict with { Hash = print.Hash, Registration = Of(experiment.Name, verdict.Claim.Id, print) },
        ];
    }

    /// <summary>Freezes claims. One that stands here already as it is keeps its entry.</summary>
    /// <param name="claims">All claims of some experiments.</param>
    /// <param name="seen">The splits and seeds of results that exist of a claim's experiment, and of others on its tables.</param>
    /// <param name="concerns">Whether an entry belongs to those experiments, so that it goes when its claim is gone.</param>
    /// <returns>The register with them, and what is different in it.</returns>
    public (ClaimRegister Register, IReadOnlyList<RegisterChange> Changes) Freeze(
        IReadOnlyList<FrozenClaim> claims, Func<FrozenClaim, IReadOnlyList<Draws>> seen, Func<RegisterEntry, bool> concerns)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(concerns);
        var changes = new List<RegisterChange>();
        var frozen = new List<RegisterEntry>();
        foreach (FrozenClaim one in claims)
        {
            (Experiment experiment, ClaimSpec claim, ClaimFingerprint fingerprint) = one;
            RegisterEntry? before = Find(experiment.Name, claim.Id);
            if (before?.Hash == fingerprint.Hash)
            {
                frozen.Add(before);
                continue;
            }

            changes.Add(
                new RegisterChange(experiment.Name, claim.Id, before is null ? RegisterChangeKind.Added : RegisterChangeKind.Changed));
            frozen.Add(new RegisterEntry(experiment.Name, claim.Id, fingerprint.Hash, [.. (before?.Seen ?? []).Union(seen(one))]));
        }

        HashSet<(string, string)> kept = [.. frozen.Select(entry => (entry.Experiment, entry.Claim))];
        ILookup<bool, RegisterEntry> others = Entries.Where(entry => !kept.Contains((entry.Experiment, entry.Claim))).ToLookup(concerns);
        changes.AddRange(others[true].Select(entry => new RegisterChange(entry.Experiment, entry.Claim, RegisterChangeKind.Removed)));
        return (new ClaimRegister(frozen.Concat(others[false])), changes);
    }

    private static RegisterEntry? Parse(string line)
    {
        if (line.Split(' ') is not [var name, { Length: 64 } hash, .. var rest]
            || name.Split('/') is not [{ Length: > 0 } experiment, { Length: > 0 } claim]
            || !hash.All(char.IsAsciiHexDigitLower))
            return null;
        Draws?[] seen = rest is ["seen", .. var words] ? [.. words.Select(Draws.Parse)] : [];
        return (rest.Length > 0 && seen.Length == 0) || seen.Contains(null)
            ? null
            : new RegisterEntry(experiment, claim, hash, [.. seen.OfType<Draws>()]);
    }
}

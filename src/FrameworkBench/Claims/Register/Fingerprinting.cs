using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FrameworkBench.Datasets;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Engines;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Experiments.Searches;
using FrameworkBench.Protocol;
using FrameworkBench.Trials;

namespace FrameworkBench.Claims.Register;

/// <summary>
/// Takes fingerprints of claims: of the statement and its parameters, the tables (by their checksums and how they are read), the models
/// that it names (all of the experiment for a claim across tables), splits, seeds, engines and <see cref="VerdictRules"/>. Titles, notes,
/// sources and the place in the file do not count, nor do versions of frameworks. No table of the catalog is read.
/// </summary>
/// <param name="catalog">The tables that come with the project.</param>
/// <param name="plan">How much of the experiments is run; another number of seeds is another fingerprint.</param>
public sealed class Fingerprinting(DatasetCatalog catalog, PlanOptions plan)
{
    // So many draws of a space tell it from another one.
    private const int ProbedDraws = 32;

    // The plan that claims are frozen by.
    private static readonly PlanOptions Frozen = new();

    // What a later version adds as a setting that does nothing unless it is given changes no hash.
    private static readonly JsonSerializerOptions Json =
        new(ProtocolJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    private readonly Dictionary<string, string> tables = new(StringComparer.Ordinal);

    /// <summary>Takes the fingerprint of a claim.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="claim">One of its claims.</param>
    /// <exception cref="DatasetException">A user's own table cannot be read.</exception>
    public ClaimFingerprint Of(Experiment experiment, ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(claim);
        Experiment run = experiment.At(plan.Profile);
        var draws = Draws.Of(run with { Models = ModelsOf(run, claim) }, plan);
        string hash = HashOf(experiment, claim, plan);
        return new ClaimFingerprint(hash, draws, run.Split.For(plan.Profile).Count == 1)
        {
            PlannedHash = plan == Frozen ? hash : HashOf(experiment, claim, Frozen),
        };
    }

    /// <summary>The checksums of the tables that a claim is about.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="claim">One of its claims.</param>
    /// <exception cref="DatasetException">A user's own table cannot be read.</exception>
    public IReadOnlyList<string> ChecksumsOf(Experiment experiment, ClaimSpec claim)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(claim);
        return
        [
            .. from name in TablesOf(experiment.At(plan.Profile), claim)
               select experiment.Tables.TryGetValue(name, out CsvTable? own) ? own.Read().Checksum : catalog.ChecksumOf(name),
        ];
    }

    private static IReadOnlyList<string> TablesOf(Experiment run, ClaimSpec claim) => claim.Dataset is { } one ? [one] : run.Datasets;

    private string HashOf(Experiment experiment, ClaimSpec claim, PlanOptions by)
    {
        Experiment run = experiment.At(by.Profile);
        SplitPlan split = run.Split.For(by.Profile);
        return TrialKey.Of(
        [
            ("rules", Text(VerdictRules.VersionFor(claim))),
            ("experiment", run.Name),
            .. OfClaim(claim),
            .. TablesOf(run, claim).Select(name => ("data", OfTable(run, name))),
            ("split", split.GetType().Name + JsonSerializer.Serialize<object>(split, Json)),
            ("first seed", Text(run.FirstSeed)),
            ("precision", run.Precision.ToString()),
            ("reconstructs", run.Reconstructs.ToString()),
            ("one at a time", run.OneAtATime.ToString()),
            .. EngineCatalog.All.Where(engine => run.Engines?.Contains(engine.Name) ?? true)
            .Select(engine => ("engine", OfEngine(engine, run, by))),
            .. (run.Engines ?? []).Where(name => EngineCatalog.Find(name) is null).Select(name => ("engine", name)),
            .. ModelsOf(run, claim).Select(model => ("model", OfModel(model, by))),
        ]).Hash;
    }

    private static ExperimentModel[] ModelsOf(Experiment run, ClaimSpec claim) => ClaimKinds.IsAcrossTables(claim)
        ? [.. run.Models]
        : [.. run.Models.Where(model => model.Name == claim.Model || model.Name == claim.Against)];

    private static IEnumerable<(string, string)> OfClaim(ClaimSpec claim) =>
    [
        ("id", claim.Id),
        ("says", claim.Says),
        ("kind", claim.Kind),
        ("claim model", claim.Model),
        ("against", claim.Against ?? ""),
        ("metric", claim.Metric.ToString()),
        ("value", Text(claim.Value)),
        .. claim.Printed.Select(printed => ("printed", $"{printed.Metric} {Text(printed.Value)}")),
        ("margin", Text(claim.Margin)),

        // Only where it is given: claims that were frozen before stay as they are.
        .. claim.MarginShare is double part ? new[] { ("margin share", Text(part)) } : [],
        ("share", Text(claim.Share)),
        ("confidence", Text(claim.Confidence)),
        ("asks", claim.Asks.ToString()),
        ("by construction", claim.ByConstruction ?? ""),
        ("train rows", Text(claim.TrainRows)),
        ("tables", JsonSerializer.Serialize(claim.Tables, Json)),
        ("against tables", JsonSerializer.Serialize(claim.AgainstTables, Json)),
    ];

    // The name is a part too: trials of one table under two names are two tables to a claim across tables.
    private string OfTable(Experiment experiment, string name) => experiment.Tables.TryGetValue(name, out CsvTable? own)
        ? $"{name} {own.Read().Checksum} {JsonSerializer.Serialize(own with { Path = "" }, Json)}"
            + (own.Numeric.Count > 0 ? $" numeric {JsonSerializer.Serialize(own.Numeric, Json)}" : "")
        : tables.TryGetValue(name, out string? known) ? known : tables[name] = $"{name} {OfCatalog(name)}";

    private string OfCatalog(string name)
    {
        CatalogEntry entry = catalog.Find(name);
        CatalogEntry read = entry.StandIn is { } standIn && !catalog.IsThere(name) ? catalog.Find(standIn) : entry;
        CatalogEntry whole = read.Sample is { } sample ? catalog.Find(sample.Of) : read;
        return $"{catalog.ChecksumOf(name)} {read.Rows} {whole.Task} {whole.Target} {string.Join(',', whole.Classes)} "
            + JsonSerializer.Serialize(whole.Columns, Json)

            // Only where it is so: what was frozen of other tables stays as it is.
            + (whole.Group is { } group ? $" group {group}" : "") + (whole.Time is { } time ? $" time {time}" : "");
    }

    private static string OfEngine(EngineDefinition engine, Experiment experiment, PlanOptions by)
    {
        bool limited = by == Frozen;
        return $"{engine.Name} {(limited ? Text(experiment.IsLong ? engine.MostSeedsWhenLong : engine.MostSeeds) : "")}";
    }

    private static string OfModel(ExperimentModel model, PlanOptions by) => TrialKey.Of(
    [
        ("name", model.Name),
        ("spec", JsonSerializer.Serialize(model.Spec, Json)),
        ("follows task", model.FollowsTask.ToString()),
        ("preparation", JsonSerializer.Serialize(model.Preparation, Json)),
        ("validation", JsonSerializer.Serialize(model.Validation, Json)),
        .. model.Bag is int bag ? new[] { ("bag", Text(bag)) } : [],
        ("seeds", Text(by.Seeds ?? model.Seeds.For(by.Profile))),
        ("engines", model.Engines?.For(by.Profile) is { } engines ? string.Join(',', engines) : ""),
        .. model.Search is { } search ? OfSearch(search, by.Profile) : [],
    ]).Hash;

    private static IEnumerable<(string, string)> OfSearch(Search search, Profile profile) =>
    [
        ("searched", string.Join(',', search.Settings)),
        ("trials", Text(search.Trials.For(profile))),
        ("judged on", JsonSerializer.Serialize(search.Validation, Json)),
        ("strategy", search.Strategy.ToString()),
        ("same candidates", search.SameCandidates.ToString()),
        ("seed", Text(search.Seed)),

        // Only where it is so: what was frozen of other searches stays as it is.
        .. search.Seconds.For(profile) is double seconds ? new[] { ("seconds", Text(seconds)) } : [],
        .. search.Ensemble is int ensemble ? new[] { ("ensemble", Text(ensemble)), ("drawn as", search.DrawnAs ?? "") } : [],
        .. from seed in Enumerable.Range(0, ProbedDraws)
           select ("draw", string.Join(';', search.Draw((uint)seed).Settings.Select(setting => $"{setting.Key}={setting.Value}"))),
    ];

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}

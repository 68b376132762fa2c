using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Catalog;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Documents;

namespace FrameworkBench.Verification;

/// <summary>What results are held against.</summary>
/// <param name="Folder">The results' folder.</param>
/// <param name="Experiments">The experiments that they may be of.</param>
/// <param name="Documents">The documents whose lessons the experiments repeat.</param>
/// <param name="Catalog">The tables.</param>
/// <param name="Register">The register of frozen claims.</param>
/// <param name="RegisterPath">The register's file, for messages.</param>
/// <param name="Named">The experiments whose files are to be verified; empty for all files.</param>
public sealed record ResultsUnderTest(
    string Folder, IReadOnlyList<Experiment> Experiments, SourceDocuments Documents, DatasetCatalog Catalog, ClaimRegister Register,
    string RegisterPath, IReadOnlyList<string> Named);

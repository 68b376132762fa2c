namespace FrameworkBench.Keeping;

/// <summary>Where a kept model comes from, and what to expect of it.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Checksum">SHA-256 of the table's file.</param>
/// <param name="Rows">Rows that the model was fitted on.</param>
/// <param name="Seed">The seed of all fits.</param>
/// <param name="Model">The model's title.</param>
/// <param name="Engine">The engine that fitted it.</param>
/// <param name="Version">The version of FrameworkBench.</param>
/// <param name="Score">The score to expect on new rows.</param>
public sealed record KeptOrigin(
    string Table, string Checksum, int Rows, uint Seed, string Model, string Engine, string Version, ExpectedScore Score);

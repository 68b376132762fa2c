using FrameworkBench.Claims.Register;
using FrameworkBench.Experiments;

namespace FrameworkBench.Results;

/// <summary>What the results of an experiment were run with.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Profile">How thorough the run was.</param>
/// <param name="Seeds">Seeds of every model where the run was given their number; null where the experiment said it.</param>
/// <param name="Draws">The splits and seeds.</param>
/// <param name="Engines">The engines that were to run it, in the order of the tables.</param>
/// <param name="Absent">Those of them that were not there.</param>
/// <param name="Trials">The number of trials.</param>
public sealed record ExperimentRun(
    string Experiment, Profile Profile, int? Seeds, Draws Draws, IReadOnlyList<string> Engines, IReadOnlyList<string> Absent, int Trials);

using System.Text.Json;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Json;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Commands.Submitting;

/// <summary>A run that was handed to a scheduler, as a file beside its script tells it.</summary>
/// <param name="Request">What is run.</param>
/// <param name="Shards">Into how many shards it is divided.</param>
/// <param name="Folder">The folder of its script and logs.</param>
/// <param name="Job">The scheduler's number for it.</param>
internal sealed record Submission(PlanRequest Request, int Shards, string Folder, string Job)
{
    private const string FileName = "submission.json";

    /// <summary>The folder of all submissions of a store.</summary>
    public static string FolderIn(string store) => Path.Combine(store, "submitted");

    /// <summary>A submission that has a folder, and no job yet.</summary>
    /// <param name="request">What is run.</param>
    /// <param name="shards">Into how many shards.</param>
    /// <param name="now">Names the folder, so that folders are in the order of time.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static Submission Begin(PlanRequest request, int shards, DateTime now)
    {
        string folder = Path.Combine(
            FolderIn(request.Workspace.Store), $"{now:yyyy-MM-dd-HHmmss}-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        return new Submission(request, shards, folder, "");
    }

    /// <summary>Writes down its job. The file appears whole or not at all.</summary>
    public void Keep(string job)
    {
        string file = Path.Combine(Folder, FileName), unfinished = $"{file}.unfinished";
        File.WriteAllText(unfinished, JsonOutput.Of(SubmissionJson.Of(this with { Job = job })) + "\n");
        File.Move(unfinished, file);
    }

    /// <summary>The submission of a job, or the last one.</summary>
    /// <param name="workspace">Where the store is.</param>
    /// <param name="sources">Where engines are: no file of a store, which others may write, says what is started here.</param>
    /// <param name="job">The job; null for the last.</param>
    /// <exception cref="WrongInputException">There is none, or its file is wrong.</exception>
    public static Submission Find(Workspace workspace, EngineSources sources, string? job)
    {
        string folder = FolderIn(workspace.Store);
        Submission[] all =
        [
            .. (Directory.Exists(folder) ? Directory.GetDirectories(folder) : []).Order(StringComparer.Ordinal)
                .Select(one => Path.Combine(one, FileName)).Where(File.Exists).Select(file => Read(workspace, sources, file)),
        ];
        if (all.Length == 0)
            throw new WrongInputException($"{Workspace.Shown(workspace.Store)}: nothing was submitted with this store");
        return job is null ? all[^1]
            : Array.FindLast(all, submission => submission.Job == job)
                ?? throw new WrongInputException(
                    $"'{job}' is no job of this store; choose from {string.Join(", ", all.Select(submission => submission.Job))}");
    }

    private static Submission Read(Workspace workspace, EngineSources sources, string file)
    {
        try
        {
            return JsonOutput.Read<SubmissionJson>(File.ReadAllText(file)).In(workspace, sources, Path.GetDirectoryName(file)!);
        }
        catch (JsonException error)
        {
            throw new WrongInputException($"{Workspace.Shown(file)}: not the record of a submission: {error.Message}");
        }
    }

    /// <summary>The file.</summary>
    /// <param name="Job">The scheduler's number.</param>
    /// <param name="Shards">Into how many shards the run is divided.</param>
    /// <param name="Experiments">Names or full paths; empty for those of <c>run-all</c>.</param>
    /// <param name="Long">Whether the long ones are among those.</param>
    /// <param name="Profile">How thorough it is.</param>
    /// <param name="Seeds">Seeds per model; null for the experiment's number.</param>
    /// <param name="Engines">Names; empty for all.</param>
    private sealed record SubmissionJson(
        string Job, int Shards, IReadOnlyList<string> Experiments, bool Long, Profile Profile, int? Seeds, IReadOnlyList<string> Engines)
    {
        public static SubmissionJson Of(Submission submission)
        {
            PlanRequest request = submission.Request;
            return new(
                submission.Job, submission.Shards, PlanArguments.Experiments(request), request.Long, request.Plan.Profile,
                request.Plan.Seeds, request.Engines);
        }

        public Submission In(Workspace workspace, EngineSources sources, string folder) => new(
            new PlanRequest
            {
                Experiments = Experiments,
                Long = Long,
                Takes = Experiments.Count == 0 ? RunAllCommand.TakenBy(Profile, smoke: false, Long) : _ => true,
                Engines = Engines,
                Workspace = workspace,
                Sources = sources,
                Plan = new PlanOptions { Profile = Profile, Seeds = Seeds },
            },
            Shards, folder, Job);
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using FrameworkBench.Cli.Commands.Planning;
using FrameworkBench.Cli.Commands.Submitting;
using FrameworkBench.Cli.Json;
using FrameworkBench.Experiments;
using FrameworkBench.Trials;

namespace FrameworkBench.Cli.Tests.Planning;

/// <summary>Runs that are handed to Slurm. tests/slurm/run does so with a real one.</summary>
public sealed class SubmitTests : IDisposable
{
    private static readonly EngineSources Here = new(null, []);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0-2,5,7-8", 0, 1, 2, 5, 7, 8)]
    [InlineData("3,5,7", 3, 5, 7)]
    public void Shards_are_written_as_ranges(string expected, params int[] shards) => Assert.Equal(expected, SlurmResources.Ranges(shards));

    [Fact]
    public void What_a_task_is_given_reaches_sbatch_word_by_word()
    {
        var resources = new SlurmResources { Shards = 8, Jobs = 2, Time = "2:30:00", MemoryBytes = 8_000_000_000, Partition = "long jobs" };

        IReadOnlyList<string> arguments = resources.Arguments([0, 1, 2, 5], "/a folder/100%", "/a folder/shard.sh");

        Assert.Equal(
            [
                "--parsable", "--requeue", "--array=0-2,5", "--job-name=frameworkbench", $"--chdir={Environment.CurrentDirectory}",
                "--open-mode=append", $"--output={Path.Combine("/a folder/100%%", "shard-%a.log")}", "--cpus-per-task=2",
                "--time=2:30:00", "--mem=7630M", "--partition=long jobs", "/a folder/shard.sh",
            ],
            arguments);
        Assert.DoesNotContain(
            new SlurmResources { Shards = 1 }.Arguments([0], "logs", "shard.sh"),
            argument => argument.StartsWith("--time", StringComparison.Ordinal) || argument.StartsWith("--mem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shell_reads_the_words_of_the_script_as_they_were_given()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no POSIX shell");
        PlanRequest request = Request("it's \"mine\" & $HOME\\n.yaml", "two\nlines") with { Engines = ["scratch", "a b"] };
        string script = folder.Write(JobScript.FileName, JobScript.Of(["printf", "%s\\0"], request, new SlurmResources { Shards = 8 }));
        var start = new ProcessStartInfo("/bin/sh", [script]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SLURM_ARRAY_TASK_ID"] = "3";
        using Process shell = Process.Start(start)!;

        string[] words = (await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\0')[..^1];

        Assert.Equal(
            [
                "run", "it's \"mine\" & $HOME\\n.yaml", "two\nlines", "--quick", "--engine", "scratch", "--engine", "a b", "--seeds", "7",
                "--store", folder["the store"], "--jobs", "1", "--shard", "3/8",
            ],
            words);
    }

    [Fact]
    public void A_run_of_all_experiments_installs_nothing()
    {
        string script = JobScript.Of(["frameworkbench"], Request() with { Long = true }, new SlurmResources { Shards = 200 });

        Assert.StartsWith("#!/bin/sh\nexec frameworkbench run-all --no-install --long --quick ", script, StringComparison.Ordinal);
        Assert.EndsWith(" --shard \"$SLURM_ARRAY_TASK_ID/200\"\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_is_found_by_its_job_or_as_the_last_one()
    {
        Workspace workspace = Request().Workspace;
        var begun = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Submission.Begin(Request("xor") with { Engines = ["scratch"] }, 4, begun).Keep("17");
        Submission.Begin(Request() with { Long = true }, 9, begun.AddHours(1)).Keep("18");
        Submission.Begin(Request("iris"), 9, begun.AddHours(2));

        var first = Submission.Find(workspace, Here, "17");
        var last = Submission.Find(workspace, Here, null);

        Assert.Equal(("17", 4), (first.Job, first.Shards));
        Assert.Equal(PlanArguments.Of(Request("xor") with { Engines = ["scratch"] }), PlanArguments.Of(first.Request));
        Assert.Equal(("18", 9, true), (last.Job, last.Shards, last.Request.Long));
        Assert.Equal(
            "'19' is no job of this store; choose from 17, 18",
            Assert.Throws<WrongInputException>(() => Submission.Find(workspace, Here, "19")).Message);
    }

    [Fact]
    public void Without_a_submission_or_with_a_broken_one_it_says_which_file_is_wrong()
    {
        Workspace workspace = Request().Workspace;
        Assert.EndsWith(
            "the store: nothing was submitted with this store",
            Assert.Throws<WrongInputException>(() => Submission.Find(workspace, Here, null)).Message, StringComparison.Ordinal);

        folder.Write(Path.Combine("the store", "submitted", "a", "submission.json"), "{\"job\": null}");

        Assert.Contains(
            "submission.json: not the record of a submission: ",
            Assert.Throws<WrongInputException>(() => Submission.Find(workspace, Here, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_of_tasks_are_read_from_the_queue_and_the_accounts()
    {
        IReadOnlyDictionary<int, string> states = Slurm.States("12", """
            12_0|COMPLETED
            12_1|CANCELLED by 1000
            12_[4-7]|PENDING
            12_2|NODE_FAIL
            13_3|RUNNING
            squeue: error: something
            12_2|RUNNING
            """);

        Assert.Equal(
            [(0, "completed"), (1, "cancelled"), (2, "running")],
            states.OrderBy(state => state.Key).Select(state => (state.Key, state.Value)));
    }

    [Fact]
    public void The_document_of_a_status_has_the_keys_that_are_documented()
    {
        var submission = new Submission(Request("xor"), 2, "folder", "17");
        JsonObject status = JsonNode.Parse(JsonOutput.Of(StatusJson.Of(submission, [new ShardStatus(0, null, 5, 3)], 1)))!.AsObject();

        Assert.Equal(JsonTests.Documented("status"), status.Select(pair => pair.Key));
        Assert.Equal(JsonTests.Documented("status: shards"), status["shards"]![0]!.AsObject().Select(pair => pair.Key));
        Assert.Equal((5, 3, 2), ((int)status["trials"]!, (int)status["kept"]!, (int)status["shards"]![0]!["missing"]!));
    }

    [Fact]
    public void What_comes_next_depends_on_what_is_missing_and_under_way()
    {
        PlanRequest request = Request("xor");
        string store = $"'{folder["the store"]}'";
        ShardStatus done = new(0, "completed", 5, 5), killed = new(1, "failed", 5, 2), waiting = new(1, "pending", 5, 2);

        Assert.Equal(
            $"all trials are kept; to write the pages: frameworkbench report xor --quick --seeds 7 --store {store}",
            SubmissionWords.Next(request, 2, [done]));
        Assert.Equal(
            "no task is under way; to run what is missing: "
            + $"frameworkbench submit slurm xor --quick --seeds 7 --store {store} --shards 2",
            SubmissionWords.Next(request, 2, [done, killed]));
        Assert.Equal(
            "finished trials are kept; a task that is queued again goes on where it was",
            SubmissionWords.Next(request, 2, [done, waiting]));
    }

    [Fact]
    public async Task A_dry_run_shows_the_call_and_the_script_and_submits_nothing()
    {
        Invocation run = await Invocation.RunAsync(
            "submit", "slurm", "xor", "--engine", "scratch", "--seeds", "2", "--shards", "3", "--dry-run", "--store", folder["store"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("\nsbatch --parsable --requeue --array=0-2 --job-name=frameworkbench ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nshard.sh:\n#!/bin/sh\nexec ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $" run xor --engine scratch --seeds 2 --store {folder["store"]} --jobs 1 --shard \"$SLURM_ARRAY_TASK_ID/3\"\n", run.Output,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(Submission.FolderIn(folder["store"])));
    }

    private PlanRequest Request(params string[] experiments) => new()
    {
        Experiments = experiments,
        Engines = [],
        Workspace = Workspace.Find(folder["the store"], null),
        Sources = Here,
        Plan = new PlanOptions { Profile = Profile.Quick, Seeds = 7 },
    };
}

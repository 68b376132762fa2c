using FrameworkBench.Claims.Register;
using FrameworkBench.Datasets.Splits;
using FrameworkBench.Experiments;
using FrameworkBench.Experiments.Claims;
using FrameworkBench.Experiments.Models;
using FrameworkBench.Protocol.Models;

namespace FrameworkBench.Tests.Claims.Register;

public sealed class ClaimRegisterTests : IDisposable
{
    private static readonly string Hash = new('a', 64), OtherHash = new('b', 64);
    private static readonly Draws Old = new(42, 0, 20), Fresh = new(43, 1000, 20);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_claim_that_was_never_frozen_is_exploratory() =>
        Assert.Equal(Registration.NotFrozen, ClaimRegister.Empty.Of("xor", "learnt", Print(Hash, Old)));

    [Fact]
    public void A_claim_that_was_frozen_before_any_result_is_registered() =>
        Assert.Equal(Registration.Registered, Freeze(ClaimRegister.Empty, Hash, Old).Of("xor", "learnt", Print(Hash, Old)));

    [Fact]
    public void A_claim_that_was_changed_since_it_was_frozen_is_exploratory() =>
        Assert.Equal(Registration.Changed, Freeze(ClaimRegister.Empty, Hash, Old).Of("xor", "learnt", Print(OtherHash, Old)));

    [Fact]
    public void A_claim_that_is_as_it_was_frozen_and_run_by_another_plan_says_so() =>
        Assert.Equal(Registration.OtherPlan, Freeze(ClaimRegister.Empty, Hash, Old).Of("xor", "learnt", Print(OtherHash, Old) with
        {
            PlannedHash = Hash,
        }));

    [Fact]
    public void A_claim_that_was_frozen_after_its_results_were_seen_is_exploratory() =>
        Assert.Equal(Registration.AfterResults, Freeze(ClaimRegister.Empty, Hash, Old, seen: Old).Of("xor", "learnt", Print(Hash, Old)));

    [Fact]
    public void One_that_was_frozen_after_results_of_other_seeds_and_splits_is_registered() =>
        Assert.Equal(Registration.Registered, Freeze(ClaimRegister.Empty, Hash, Fresh, seen: Old).Of("xor", "learnt", Print(Hash, Fresh)));

    [Fact]
    public void Its_own_results_do_not_make_a_registered_claim_exploratory_when_it_is_frozen_again()
    {
        ClaimRegister before = Freeze(ClaimRegister.Empty, Hash, Old);

        ClaimRegister again = Freeze(before, Hash, Old, seen: Old);

        Assert.Equal(before.ToString(), again.ToString());
    }

    [Fact]
    public void What_was_seen_once_is_not_forgotten_when_the_claim_goes_back_to_it()
    {
        ClaimRegister register = Freeze(ClaimRegister.Empty, Hash, Old, seen: Old);
        register = Freeze(register, OtherHash, Fresh, seen: Old);
        Registration meanwhile = register.Of("xor", "learnt", Print(OtherHash, Fresh));

        register = Freeze(register, Hash, Old, seen: Fresh);

        Assert.Equal(Registration.Registered, meanwhile);
        Assert.Equal(Registration.AfterResults, register.Of("xor", "learnt", Print(Hash, Old)));
        Assert.EndsWith($"xor/learnt {Hash} seen 42/0-19 43/1000-1019\n", register.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Freezing_says_what_it_adds_changes_and_removes()
    {
        var register = new ClaimRegister([new("and", "gone", Hash, []), new("xor", "gone", Hash, []), new("xor", "learnt", OtherHash, [])]);

        var (frozen, changes) =
            register.Freeze([Claim("learnt", Hash, Old), Claim("new", Hash, Old)], _ => [], entry => entry.Experiment == "xor");

        Assert.Equal(
            [new("xor", "learnt", RegisterChangeKind.Changed), new("xor", "new", RegisterChangeKind.Added),
                new("xor", "gone", RegisterChangeKind.Removed)],
            changes);
        Assert.Equal(["and/gone", "xor/learnt", "xor/new"], frozen.Entries.Select(entry => $"{entry.Experiment}/{entry.Claim}"));
    }

    [Fact]
    public void A_register_is_read_as_it_is_written()
    {
        var register = new ClaimRegister([new("xor", "learnt", Hash, [Old, Fresh]), new("and", "learnt", OtherHash, [])]);
        string path = Path.Combine(folder.Path, "claims.lock");

        register.Write(path);

        Assert.Equal(register.ToString(), ClaimRegister.Read(path).ToString());
        Assert.Equal(
            [$"and/learnt {OtherHash}", $"xor/learnt {Hash} seen 42/0-19 43/1000-1019"],
            File.ReadLines(path).Where(line => line[0] != '#'));
    }

    [Fact]
    public void One_that_does_not_exist_is_empty() => Assert.Empty(ClaimRegister.Read(Path.Combine(folder.Path, "claims.lock")).Entries);

    [Theory]
    [InlineData("xor/learnt")]
    [InlineData("xor learnt aaaa")]
    [InlineData("xor/learnt HASH seen")]
    [InlineData("xor/learnt HASH seen 42/0")]
    [InlineData("xor/learnt HASH unseen 42/0-1")]
    [InlineData("xor/learnt HASHa")]
    public void A_line_that_is_no_entry_is_named(string template)
    {
        string line = template.Replace("HASH", Hash, StringComparison.Ordinal);
        string path = folder.Write("claims.lock", $"# a remark\n{line}\n");

        IOException error = Assert.Throws<IOException>(() => ClaimRegister.Read(path));

        Assert.Equal(
            $"{path}:2: '{line}' is not a frozen claim; restore the file, or delete the line and run frameworkbench claims freeze",
            error.Message);
    }

    [Fact]
    public void A_claim_that_stands_there_twice_is_named()
    {
        string path = folder.Write("claims.lock", $"xor/learnt {Hash}\nxor/learnt {OtherHash}\n");

        IOException error = Assert.Throws<IOException>(() => ClaimRegister.Read(path));

        Assert.Equal($"{path}:2: xor/learnt is repeated; restore the file, or delete one line", error.Message);
    }

    private static ClaimRegister Freeze(ClaimRegister register, string hash, Draws draws, params Draws[] seen) =>
        register.Freeze([Claim("learnt", hash, draws)], _ => seen, _ => true).Register;

    private static ClaimFingerprint Print(string hash, Draws draws) => new(hash, draws, OnOneSplit: false);

    private static FrozenClaim Claim(string id, string hash, Draws draws)
    {
        var model = new ExperimentModel { Name = "net", Title = "net", Spec = new LinearSpec(), Seeds = new(1, 1, 1) };
        var experiment = new Experiment
        {
            Name = "xor",
            Path = "xor.yaml",
            Title = "XOR",
            Datasets = ["xor"],
            Split = new(new AllRows(), new AllRows(), new AllRows()),
            Models = [model],
        };
        var claim = new ClaimSpec
        {
            Id = id,
            Says = "It learns.",
            Kind = "reaches",
            Model = "net",
            Metric = new MetricReference("accuracy"),
            Value = 1,
        };
        return new FrozenClaim(experiment, claim, Print(hash, draws));
    }
}

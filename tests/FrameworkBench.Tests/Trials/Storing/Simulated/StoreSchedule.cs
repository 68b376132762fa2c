using FrameworkBench.Trials;
using FrameworkBench.Trials.Storing;

namespace FrameworkBench.Tests.Trials.Storing.Simulated;

/// <summary>
/// A history of a store that follows from a seed: processes on two machines keep outcomes of a few trials, look for them, pack the store,
/// end, are killed, meet a full disk and a power loss. After each crash, and at the end, every outcome that was kept must be found.
/// </summary>
internal sealed class StoreSchedule
{
    private const int Steps = 24;
    private const int Trials = 5;
    private static readonly string[] Kernels = ["a", "b"];
    private static readonly TrialKey[] Keys = [.. Enumerable.Range(0, Trials).Select(seed => TrialKey.Of([("seed", $"{seed}")]))];

    private readonly Random random;
    private readonly SimulatedDisk disk;
    private readonly List<(SimulatedProcess Process, OutcomeStore Store)> running = [];
    private readonly Dictionary<TrialKey, List<string>> given = Keys.ToDictionary(key => key, _ => new List<string>());
    private readonly Dictionary<TrialKey, RecordPlace> kept = [];
    private int number, depth;

    private StoreSchedule(int seed, SimulatedFaults faults)
    {
        random = new Random(seed);
        disk = new SimulatedDisk(random) { Faults = faults, Meanwhile = Meanwhile };
    }

    /// <summary>Runs the history of a seed.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">Something was lost, or was never kept.</exception>
    public static void Run(int seed, SimulatedFaults faults)
    {
        var schedule = new StoreSchedule(seed, faults);
        for (int step = 0; step < Steps; step++)
            schedule.Step();
        schedule.End();
    }

    private void Step()
    {
        if (running.Count < 2)
            Begin();
        int choice = random.Next(20);
        if (choice == 0)
            disk.LosePower();
        else if (choice == 1)
            running[random.Next(running.Count)].Process.IsDead = true;
        else
            Act(running[random.Next(running.Count)], choice);
        if (running.RemoveAll(one => one.Process.IsDead) > 0)
            Undisturbed(CheckAll);
    }

    private void Begin()
    {
        SimulatedProcess process = disk.Start(random.GetItems(Kernels, 1)[0]);
        var clock = new SkewedClock(TimeSpan.FromMinutes(number + random.Next(-30, 30)));
        running.Add((process, new OutcomeStore(process, clock)));
    }

    private void Meanwhile(SimulatedProcess except)
    {
        var others = running.Where(one => one.Process != except && !one.Process.IsDead).ToList();
        if (depth > 0 || others.Count == 0)
            return;
        depth++;
        Act(others[random.Next(others.Count)], random.Next(2, 20));
        depth--;
    }

    private void Act((SimulatedProcess Process, OutcomeStore Store) one, int choice)
    {
        TrialKey key = random.GetItems(Keys, 1)[0];
        try
        {
            if (choice < 12)
                Keep(one.Store, key);
            else if (choice < 14)
                one.Store.Refresh();
            else if (choice < 15)
                one.Store.Dispose();
            else if (choice < 17)
                Pack(one.Process, isUnused: false, small: random.Next(2) * PackingPlan.Small);
            else if (one.Store.Find(key) is { } found)
                Assert.Contains(found.Reason!, given[key]);
        }
        catch (Exception error) when (error is SimulatedCrashException or IOException)
        {
            // What was under way was not kept.
        }
    }

    private void Keep(OutcomeStore store, TrialKey key)
    {
        string reason = $"{key.Hash[..12]} {number++} {new string('x', random.Next(40))}";
        given[key].Add(reason);
        RecordPlace place = store.KeepAt(key, Outcome.Without(TrialStatus.Failed, reason));
        if (!kept.TryGetValue(key, out RecordPlace last) || place.IsAfter(last))
            kept[key] = place;
        Assert.Contains(store.Find(key)?.Reason!, given[key]);
    }

    private static void Pack(SimulatedProcess files, bool isUnused, long small = PackingPlan.Small) =>
        StorePacking.Run(files, PackingPlan.Of(files, _ => true, isUnused, small));

    private void CheckAll()
    {
        SimulatedProcess process = disk.Start("a");
        Check(new OutcomeStore(process, TimeProvider.System));
    }

    private void Check(OutcomeStore store)
    {
        Assert.All(store.Keys, key => Assert.NotEmpty(given[key]));
        foreach (TrialKey key in Keys)
        {
            Outcome? found = store.Find(key);
            if (found is not null)
                Assert.Contains(found.Reason!, given[key]);
            if (!kept.TryGetValue(key, out RecordPlace last))
                continue;
            Assert.NotNull(found);
            RecordPlace place = store.PlaceOf(key)!.Value;
            Assert.False(last.IsAfter(place), $"{key.Hash[..12]}: the outcome of revision {last.Revision} is lost");
        }
    }

    private void Undisturbed(Action action)
    {
        SimulatedFaults faults = disk.Faults;
        disk.Faults = faults with { Kill = 0, PowerLoss = 0, Full = 0, FailedFlush = 0, Meanwhile = 0 };
        action();
        disk.Faults = faults;
    }

    // A further run does what is left, and a packed store has one record a trial.
    private void End() => Undisturbed(() =>
    {
        disk.LosePower();
        SimulatedProcess process = disk.Start("a");
        using (var store = new OutcomeStore(process, new SkewedClock(TimeSpan.FromDays(1))))
        {
            Check(store);
            foreach (TrialKey key in Keys.Where(key => store.Find(key) is null))
                Keep(store, key);
        }

        Pack(process, isUnused: true);
        var survey = StoreSurvey.Of(process, StoreSurvey.Names(process));
        Assert.Equal((Trials, Trials, 0), (survey.Records, survey.Index.Keys.Count, survey.Damaged.Count + survey.Torn.Count));
        disk.LosePower();
        CheckAll();
    });

    private sealed class SkewedClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromDays(20_000) + skew;
    }
}

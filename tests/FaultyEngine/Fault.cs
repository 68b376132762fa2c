namespace FrameworkBench.FaultyEngine;

/// <summary>
/// Ways in which an engine can misbehave. Asked for by name in the environment variable <c>FAULT</c>, for every fit, or by
/// the seed <see cref="FaultyFit.FirstSeed"/> + number, for one.
/// </summary>
public enum Fault
{
    /// <summary>None: the engine does what the protocol says.</summary>
    None,

    /// <summary>The process dies in mid-fit, as by the kernel's want of memory.</summary>
    Crash,

    /// <summary>The fit sleeps forever and hears no cancel.</summary>
    Hang,

    /// <summary>The fit goes on until it is cancelled, as it should.</summary>
    LongFit,

    /// <summary>A line that is no reply comes before the reply.</summary>
    Garbage,

    /// <summary>A line that is no reply comes right after the reply.</summary>
    GarbageAfterwards,

    /// <summary>The predictions have a column too many.</summary>
    WrongShape,

    /// <summary>The predictions hold NaN, although the fit is said to have gone well.</summary>
    NotFinite,

    /// <summary>The probabilities of a row sum to 1.5.</summary>
    ImpossibleProbabilities,

    /// <summary>The fit claims an hour.</summary>
    TooMuchTime,

    /// <summary>The reply carries another fit's id.</summary>
    WrongId,

    /// <summary>Ten thousand lines go to standard error before the reply.</summary>
    FloodedLog,

    /// <summary>No file of predictions is there.</summary>
    NoPredictions,

    /// <summary>The fit fails with an exception.</summary>
    Failure,

    /// <summary>Each fit gives other predictions, whatever the seed.</summary>
    Restless,

    /// <summary>What is missing is fitted all the same, as something else.</summary>
    Pretends,

    /// <summary>A cancel is answered only when the fit is done, which takes forever.</summary>
    DeafToCancel,

    /// <summary>The process goes on when its input ends.</summary>
    Outlives,

    /// <summary>A line that is no request gets no answer.</summary>
    Silent,

    /// <summary>A model that is asked to explain itself tells shares that sum to two.</summary>
    FalseExplanation,

    /// <summary>The training targets' file is changed before it is read.</summary>
    ChangesInput,

    /// <summary>A folder stands where the predictions should.</summary>
    FolderOfPredictions,

    /// <summary>A pipe without a writer stands where the predictions should.</summary>
    PipeOfPredictions,

    /// <summary>A child that sleeps goes on when the engine ends in good order.</summary>
    LeavesChild,

    /// <summary>The process dies in mid-fit and leaves a child in a session of its own.</summary>
    CrashLeavesChild,

    /// <summary>The process dies in mid-fit and leaves a child that holds its output open.</summary>
    ChildHoldsOutput,

    /// <summary>The process ends within the line of its reply.</summary>
    HalfLine,

    /// <summary>A line without end goes to standard output.</summary>
    EndlessLine,

    /// <summary>A line of 200 MB goes to standard error before the reply.</summary>
    LongLogLine,

    /// <summary>Progress is reported without pause and no cancel is heard.</summary>
    EndlessProgress,

    /// <summary>Two seconds of work are reported as none.</summary>
    NoTime,

    /// <summary>The folder of the whole run is removed.</summary>
    RemovesFolder,

    /// <summary>No request is read after the first.</summary>
    StopsReading,

    /// <summary>The process ends before it says hello.</summary>
    NoStart,

    /// <summary>In every reply the environment's <c>REPLACED</c> is replaced by its <c>REPLACEMENT</c>.</summary>
    Rewritten,

    /// <summary>2 GB are allocated and used, and the fit goes on for ever.</summary>
    Memory,

    /// <summary>Standard error is written to without end.</summary>
    EndlessLog,

    /// <summary>The process dies of an invalid memory access in mid-fit.</summary>
    Segfault,

    /// <summary>The names of its environment's variables go to standard error before the reply.</summary>
    TellsEnvironment,

    /// <summary>The predictions lack the last row.</summary>
    TooFewRows,

    /// <summary>The file of predictions ends before its header says.</summary>
    CutPredictions,

    /// <summary>The file of predictions has a gigabyte, none of it written.</summary>
    HugePredictions,
}

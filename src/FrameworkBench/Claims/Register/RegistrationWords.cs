namespace FrameworkBench.Claims.Register;

/// <summary>Registrations as pages and data write them.</summary>
public static class RegistrationWords
{
    /// <summary>The word in <c>claims.json</c>.</summary>
    public static string Key(Registration registration) => registration switch
    {
        Registration.Registered => "registered",
        Registration.AfterResults => "frozen_after_results",
        Registration.Changed => "changed_since_frozen",
        Registration.OtherPlan => "run_by_another_plan",
        _ => "not_frozen",
    };

    /// <summary>The registration of a word in <c>claims.json</c>; not frozen when there is no such word.</summary>
    public static Registration Of(string key) =>
        Enum.GetValues<Registration>().FirstOrDefault(registration => Key(registration) == key, Registration.NotFrozen);

    /// <summary>Why a verdict is exploratory, such as "changed since frozen"; null when it is not.</summary>
    public static string? Reason(Registration registration) => registration switch
    {
        Registration.Registered => null,
        Registration.OtherPlan => "run with a different plan",
        _ => Key(registration).Replace('_', ' '),
    };
}

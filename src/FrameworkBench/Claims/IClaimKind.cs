using FrameworkBench.Experiments.Claims;

namespace FrameworkBench.Claims;

/// <summary>A kind of claim and its test. A new kind is one class and one line in <see cref="ClaimKinds"/>.</summary>
public interface IClaimKind
{
    /// <summary>Its word in experiments.</summary>
    string Name { get; }

    /// <summary>The parameters that it needs and takes.</summary>
    ClaimTerm Term { get; }

    /// <summary>Puts a claim to the test.</summary>
    Finding Judge(ClaimEvidence evidence);
}

using FrameworkBench.Protocol.Arrays;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Protocol.FittedModels.Steps;

/// <summary>y = x + a·(f(x) − x), by which each column takes its own share a of a curve.</summary>
/// <param name="Curve">f.</param>
/// <param name="Shares">a: one a column.</param>
public sealed record CurveStep(RealMlpActivation Curve, NpyArray Shares) : Step
{
    /// <summary>λ of SELU.</summary>
    public const double Lambda = 1.0507009873554804934193349852946;

    /// <summary>α of SELU.</summary>
    public const double Alpha = 1.6732632423543772848170429916717;

    // Above it tanh(ln(1 + e^x)) is 1 to the last bit, and below it e^2x does not overflow.
    private const double Highest = 40;

    /// <inheritdoc/>
    public override int OutputsOf(int inputs)
    {
        RequireFinite(Shares, "shares", inputs);
        return inputs;
    }

    /// <inheritdoc/>
    public override Rows Apply(Rows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] shares = Shares.ToDoubles();
        return rows.Map((x, column) => x + (shares[column] * (Of(x) - x)));
    }

    private double Of(double x) => Curve switch
    {
        RealMlpActivation.Relu => Math.Max(0, x),
        RealMlpActivation.Selu => x > 0 ? Lambda * x : Lambda * Alpha * (Math.Exp(x) - 1),
        RealMlpActivation.Mish => x * Gate(Math.Exp(Math.Min(x, Highest))),
    };

    // tanh(ln(1 + e)) = (e² + 2e) / (e² + 2e + 2).
    private static double Gate(double e) => e * (e + 2) / ((e * (e + 2)) + 2);
}

using FrameworkBench.Asking.Recognition;
using FrameworkBench.Keeping;
using FrameworkBench.Protocol.FittedModels.Steps;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Protocol.Models.Tabular;

namespace FrameworkBench.Tests.Keeping;

/// <summary>ONNX Runtime computes every function of a network as a kept model does, in 64 bits.</summary>
public sealed class OnnxStepsTests
{
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.LeakyRelu)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    public void An_activation_is_the_same(Activation activation) =>
        Agree("network", step => step is ActivationStep { Activation: Activation.Relu } ? new ActivationStep(activation, 0.23) : step);

    [Theory]
    [InlineData(RealMlpActivation.Relu)]
    [InlineData(RealMlpActivation.Selu)]
    [InlineData(RealMlpActivation.Mish)]
    public void A_curve_is_the_same(RealMlpActivation curve) =>
        Agree("realmlp", step => step is CurveStep given ? given with { Curve = curve } : step);

    private static void Agree(string model, Func<Step, Step> change)
    {
        UnderstoodTable table = KeptFits.TableOf("windsor_houses");
        (KeptModel kept, _) = KeptFits.Keep(table, model);
        KeptMember member = kept.Members[0];
        Step[] steps = [.. member.Model.Steps.Select(change)];
        KeptModel changed = kept with { Members = [member with { Model = member.Model with { Steps = steps } }] };

        Assert.InRange(Agreement.WithOnnx(changed, Agreement.Perturbed(table.Dataset.Features, kept.Categories)), 0, Rounding);
        Assert.Contains(steps, step => step is ActivationStep or CurveStep);
    }
}

using FrameworkBench.Engines.Conformance.Checks;
using FrameworkBench.Protocol.Messages;
using FrameworkBench.Protocol.Models;
using FrameworkBench.Reading;

namespace FrameworkBench.Engines.Conformance;

/// <summary>The checks for what an engine's networks offer: one for each layer, activation, initialisation, loss and optimizer.</summary>
internal static class NetworkChecks
{
    /// <summary>Every check that applies.</summary>
    public static IEnumerable<IConformanceCheck> For(Capabilities can)
    {
        TaskKind task = can.Tasks.FirstOrDefault(task => can.Losses.Contains(TinyModels.LossOf(task)), can.Tasks[0]);
        NetworkSpec plain = TinyModels.Network(task, can);
        bool regression = can.Tasks.Contains(TaskKind.Regression) && can.Losses.Contains(Loss.MeanSquaredError)
            && can.Activations.Contains(Activation.Tanh);
        return
        [
            .. can.Layers.Except(["dense"], StringComparer.Ordinal)
            .Select(layer => Fit($"layer {layer}", TinyModels.Network(task, can, LayersWith(layer)))),
            .. can.Activations.Where(name => name != Activation.Softmax)
            .Select(name => Fit($"activation {Words<Activation>.Of(name)}", TinyModels.Network(task, can, Dense(activation: name)))),
            .. can.Initializations.Select(
                kind => Fit(
                    $"initialisation {Words<InitializationKind>.Of(kind)}",
                    TinyModels.Network(task, can, Dense(new Initialization(kind, 0.3))))),
            .. can.Losses.Select(loss => TinyModels.TaskOf(loss)).Where(can.Tasks.Contains)
            .Select(
                other =>
                    new FitCheck(
                        $"network: loss {Words<Loss>.Of(TinyModels.LossOf(other))}", TinyModels.Network(other, can), TinyData.Of(other))),
            .. can.Optimizers.Select(optimizer => Fit($"optimizer {Words<Optimizer>.Of(optimizer)}", plain with
            {
                Train = plain.Train with { Optimizer = optimizer },
            })),
            Fit("ensemble of 2", plain with { Ensemble = 2 }),
            Fit("L2 penalty", plain with { Train = plain.Train with { L2 = 0.01 } }),
            .. can.EarlyStopping ? new IConformanceCheck[] { new EarlyStoppingCheck(task) } : [],
            .. can.InitialWeights && regression ? new IConformanceCheck[] { new InitialWeightsCheck() } : [],
            .. can.InitialWeights && can.BatchOrder && regression ? new IConformanceCheck[] { new BatchOrderCheck() } : [],
            .. can.InitialWeights && can.BatchOrder && can.DropoutMasks && regression
                ? new IConformanceCheck[] { new DropoutMasksCheck() } : [],
            .. can.InitialWeights && can.BatchOrder && can.Native && regression
                ? new IConformanceCheck[] { new NativeCheck(plain.Train.Optimizer) } : [],
            .. Missing(),
        ];

        IConformanceCheck Fit(string what, NetworkSpec network) => new FitCheck($"network: {what}", network, TinyData.Of(task));

        DenseLayer Dense(Initialization? init = null, Activation? activation = null)
        {
            DenseLayer dense = plain.Layers.OfType<DenseLayer>().First();
            return dense with { Init = init ?? dense.Init, Activation = activation ?? dense.Activation };
        }

        IEnumerable<LayerSpec> LayersWith(string name)
        {
            DenseLayer dense = Dense();
            return name switch
            {
                "dropout" => [dense, new DropoutLayer { Rate = 0.3 }],
                "batch_norm" => [dense, new BatchNormLayer()],
                _ => [dense with { Activation = Activation.Linear }, new ActivationLayer { Activation = dense.Activation }],
            };
        }

        IEnumerable<IConformanceCheck> Missing()
        {
            foreach (Optimizer optimizer in Enum.GetValues<Optimizer>().Except(can.Optimizers).Take(1))
                yield return new UnsupportedCheck(Words<Optimizer>.Of(optimizer), plain with
                {
                    Train = plain.Train with { Optimizer = optimizer },
                }, TinyData.Of(task));
            foreach (Activation activation in Enum.GetValues<Activation>().Except(can.Activations).Take(1))
                yield return new UnsupportedCheck(
                    Words<Activation>.Of(activation), TinyModels.Network(task, can, Dense(activation: activation)), TinyData.Of(task));
            if (!can.Layers.Contains("batch_norm"))
                yield return new UnsupportedCheck("batch_norm", TinyModels.Network(task, can, LayersWith("batch_norm")), TinyData.Of(task));
        }
    }
}

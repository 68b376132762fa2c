using FrameworkBench.Protocol.Hosting;
using FrameworkBench.Protocol.Models;
using Keras;
using Keras.Layers;
using Keras.Models;
using Keras.Optimizers;

namespace FrameworkBench.Engines.KerasNet;

/// <summary>A network of the specification in the words of Keras.NET.</summary>
internal static class NetworkBuilder
{
    /// <summary>Builds and compiles.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="inputs">Columns of the input.</param>
    /// <param name="classes">Classes of the task; 0 for regression.</param>
    /// <param name="penalty">What the sum of squared dense weights is multiplied by in the loss.</param>
    /// <exception cref="UnsupportedException">Keras.NET has no such term.</exception>
    public static Sequential Build(NetworkSpec spec, int inputs, int classes, double penalty)
    {
        if (spec.DropoutAtInference)
            throw new UnsupportedException("dropout_at_inference");

        var model = new Sequential();
        model.Add(new Input(new Shape(inputs)));
        foreach (LayerSpec layer in spec.Layers)
            Add(model, layer, penalty);
        model.Compile(OptimizerOf(spec.Train), LossOf(spec.Train.Loss), classes > 0 ? ["accuracy"] : null);
        return model;
    }

    private static void Add(Sequential model, LayerSpec layer, double penalty)
    {
        switch (layer)
        {
            case DenseLayer dense:
                model.Add(penalty > 0
                    ? new Dense(dense.Units, kernel_regularizer: new Keras.Regularizers.L2((float)penalty))
                    : new Dense(dense.Units));
                Activate(model, dense.Activation, dense.Slope);
                break;
            case ActivationLayer activation:
                Activate(model, activation.Activation, activation.Slope);
                break;
            case DropoutLayer dropout:
                model.Add(new Dropout(dropout.Rate));
                break;
            case BatchNormLayer norm:
                // Keras's momentum is the weight of the old mean, the specification's that of the newest batch.
                model.Add(new BatchNormalization(momentum: (float)(1 - norm.Momentum), epsilon: (float)norm.Epsilon));
                break;
            default:
                throw new UnsupportedException($"layer {layer.GetType().Name}");
        }
    }

    private static void Activate(Sequential model, Protocol.Models.Activation activation, double slope)
    {
        if (activation == Protocol.Models.Activation.Linear)
            return;
        if (activation == Protocol.Models.Activation.LeakyRelu)
        {
            model.Add(new LeakyReLU((float)slope));
            return;
        }

        model.Add(new Keras.Layers.Activation(activation switch
        {
            Protocol.Models.Activation.Sigmoid => "sigmoid",
            Protocol.Models.Activation.Tanh => "tanh",
            Protocol.Models.Activation.Relu => "relu",
            Protocol.Models.Activation.Gelu => "gelu",
            Protocol.Models.Activation.Softmax => "softmax",
            _ => throw new UnsupportedException($"activation {activation}"),
        }));
    }

    private static string LossOf(Loss loss) => loss switch
    {
        Loss.BinaryCrossEntropy => "binary_crossentropy",
        Loss.CategoricalCrossEntropy => "categorical_crossentropy",
        _ => "mean_squared_error",
    };

    private static StringOrInstance OptimizerOf(TrainingSpec train)
    {
        float rate = (float)train.LearningRate, momentum = (float)train.Momentum, epsilon = (float)train.Epsilon;
        return train.Optimizer switch
        {
            Optimizer.GradientDescent or Optimizer.Sgd => new SGD(rate),
            Optimizer.Momentum => new SGD(rate, momentum),
            Optimizer.Nesterov => new SGD(rate, momentum, nesterov: true),
            // Keras adds epsilon under the root, so that its square is what the specification adds to the root.
            Optimizer.Rmsprop => new RMSprop(rate, (float)train.Rho, epsilon * epsilon),
            Optimizer.Adam => new Adam(rate, (float)train.Beta1, (float)train.Beta2, epsilon),
            _ => throw new UnsupportedException($"optimizer {ProtocolWords.Of(train.Optimizer)}"),
        };
    }
}

using Microsoft.ML.OnnxRuntime;

// A house of 5,850 square feet with a driveway. NaN is a missing number; a category would be a tensor of texts.
using var session = new InferenceSession(args[0]);
var house = new Dictionary<string, double> { ["lotsize"] = 5850, ["bedrooms"] = 3, ["bathrooms"] = 1, ["stories"] = 2, ["driveway"] = 1 };
var inputs = session.InputNames.ToDictionary(name => name, name =>
    OrtValue.CreateTensorValueFromMemory(new[] { house.GetValueOrDefault(name) }, [1, 1]));
using var outputs = session.Run(new RunOptions(), inputs, ["value"]);
Console.WriteLine($"price: {outputs[0].GetTensorDataAsSpan<double>()[0]:N0}");

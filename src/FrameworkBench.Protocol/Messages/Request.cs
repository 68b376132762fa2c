using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Messages;

/// <summary>What the harness says to an engine, one a line on its standard input. Closing the input ends the engine.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HelloRequest), "hello")]
[JsonDerivedType(typeof(CalibrateRequest), "calibrate")]
[JsonDerivedType(typeof(FitRequest), "fit")]
[JsonDerivedType(typeof(CancelRequest), "cancel")]
public abstract record Request;

using System.Text.Json.Serialization;

namespace FrameworkBench.Protocol.Messages;

/// <summary>What an engine says to the harness, one a line on its standard output.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HelloReply), "hello")]
[JsonDerivedType(typeof(CalibrationReply), "calibration")]
[JsonDerivedType(typeof(ProgressReply), "progress")]
[JsonDerivedType(typeof(FittedReply), "fitted")]
[JsonDerivedType(typeof(UnsupportedReply), "unsupported")]
[JsonDerivedType(typeof(FailedReply), "failed")]
[JsonDerivedType(typeof(CancelledReply), "cancelled")]
[JsonDerivedType(typeof(RefusedReply), "refused")]
public abstract record Reply;

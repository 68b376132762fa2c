using System.Diagnostics;
using System.Text;
using FrameworkBench.FaultyEngine;
using FrameworkBench.Protocol.Hosting;

Fault everyFit = Enum.TryParse(Environment.GetEnvironmentVariable("FAULT"), ignoreCase: true, out Fault asked) ? asked : Fault.None;
if (everyFit == Fault.NoStart)
{
    Console.Error.WriteLine("no start today");
    return 3;
}

var encoding = new UTF8Encoding(false);
var real = new StreamWriter(Console.OpenStandardOutput(), encoding) { NewLine = "\n", AutoFlush = true };
var output = new FaultyOutput(real) { Fault = everyFit };
var input = new FaultyInput(new StreamReader(Console.OpenStandardInput(), encoding), output, everyFit);
Console.SetOut(Console.Error);

EngineHost.Run(new ProtocolChannel(input, output), () => new FaultyFit(everyFit, fault => output.Fault = fault));
Process.GetCurrentProcess().Kill();
return 0;

using System.Text;
using FrameworkBench.Cli;

// Windows would write in the console's code page and Unix in the locale's; names and sentences have characters beyond both.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args);

using BenchmarkDotNet.Running;
using FrameworkBench.Benchmarks;

// `matmul` and `training` print a table at once, beside PyTorch where it is installed; anything else goes to
// BenchmarkDotNet (`--filter *`).
switch (args.FirstOrDefault())
{
    case "matmul":
        MatrixProductTable.Print();
        break;
    case "training":
        TrainingTable.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MatrixProductTable).Assembly).Run(args);
        break;
}

return 0;

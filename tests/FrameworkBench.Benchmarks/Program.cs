using BenchmarkDotNet.Running;
using FrameworkBench.Benchmarks;

// `matmul`, `training` and `trees` print a table at once, beside Python's libraries where installed; else go to
// BenchmarkDotNet (`--filter *`).
switch (args.FirstOrDefault())
{
    case "matmul":
        MatrixProductTable.Print();
        break;
    case "training":
        TrainingTable.Print();
        break;
    case "trees":
        TreesTable.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MatrixProductTable).Assembly).Run(args);
        break;
}

return 0;

using FrameworkBench.Engines.Variables;

namespace FrameworkBench.Tests.Engines.Variables;

public sealed class PassedVariablesTests
{
    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("LANG")]
    [InlineData("LC_ALL")]
    [InlineData("TMPDIR")]
    [InlineData("LD_LIBRARY_PATH")]
    [InlineData("OPENBLAS_CORETYPE")]
    [InlineData("MKL_CBWR")]
    [InlineData("KMP_AFFINITY")]
    [InlineData("OMP_PLACES")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("CUDA_VISIBLE_DEVICES")]
    [InlineData("PYTHONPATH")]
    [InlineData("KERAS_BACKEND")]
    [InlineData("SystemRoot")]
    [InlineData("FRAMEWORKBENCH_PYTHON")]
    public void What_frameworks_read_reaches_an_engine(string name) => Assert.True(IsKept(name));

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("GH_TOKEN")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("NUGET_API_KEY")]
    [InlineData("DATABASE_URL")]
    [InlineData("CONDA_TOKEN")]
    [InlineData("TF_VAR_password")]
    [InlineData("MY_OWN")]
    public void What_they_do_not_read_or_is_secret_does_not(string name) => Assert.False(IsKept(name));

    [Fact]
    public void A_user_may_name_more()
    {
        var environment = new Dictionary<string, string?>
        {
            [PassedVariables.MoreVariable] = "MY_OWN, CONDA_TOKEN",
            ["MY_OWN"] = "1",
            ["CONDA_TOKEN"] = "2",
            ["OTHER"] = "3",
        };
        PassedVariables.Keep(environment);
        Assert.Equal([PassedVariables.MoreVariable, "MY_OWN", "CONDA_TOKEN"], environment.Keys);
    }

    private static bool IsKept(string name)
    {
        var environment = new Dictionary<string, string?> { [name] = "value" };
        PassedVariables.Keep(environment);
        return environment.Count == 1;
    }
}

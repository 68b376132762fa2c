using FrameworkBench.Scratch.Linear;
using FrameworkBench.Scratch.Tests.Networks;

namespace FrameworkBench.Scratch.Tests.Linear;

public class PrincipalComponentsTests
{
    private static readonly Golden[] All = [.. Golden.Read("components.json", "components")["cases"].Items];

    public static TheoryData<string> Cases => new(All.Select(item => item.Text("name")));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Directions_and_variances_are_scikit_learns_up_to_sign(string name)
    {
        (Golden golden, PrincipalComponents model) = Fit(name);
        double[] directions = golden.Array("directions");
        int features = directions.Length / model.Count;

        GoldenNetworks.AssertClose(golden.Array("means"), [.. model.Means], 1e-12, "means");
        GoldenNetworks.AssertClose(golden.Array("variances"), [.. model.Variances], 1e-10, "variances");
        for (int i = 0; i < model.Count; i++)
        {
            double[] theirs = directions[(i * features)..((i + 1) * features)];
            double[] ours = [.. model.Directions.Skip(i * features).Take(features)];
            double sign = Math.Sign(theirs.Zip(ours, (one, other) => one * other).Sum());
            GoldenNetworks.AssertClose([.. theirs.Select(entry => sign * entry)], ours, 1e-9, $"direction {i}");
            Assert.True(ours.MaxBy(Math.Abs) > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void New_rows_come_back_as_scikit_learn_gives_them_back(string name)
    {
        (Golden golden, PrincipalComponents model) = Fit(name);

        double[] codes = model.Encode(golden.Array("test"));

        GoldenNetworks.AssertClose([.. golden.Array("codes").Select(Math.Abs)], [.. codes.Select(Math.Abs)], 1e-9, "codes");
        GoldenNetworks.AssertClose(golden.Array("reconstruction"), model.Decode(codes), 1e-9, "reconstruction");
    }

    [Fact]
    public void Points_on_a_line_come_back_from_one_number()
    {
        double[] points = [1, 3, 2, 5, 3, 7, 5, 11];

        var model = PrincipalComponents.Fit(points, rows: 4, components: 1);

        GoldenNetworks.AssertClose([1 / Math.Sqrt(5), 2 / Math.Sqrt(5)], [.. model.Directions], 1e-12, "direction");
        GoldenNetworks.AssertClose(points, model.Decode(model.Encode(points)), 1e-12, "points");
    }

    [Fact]
    public void Constant_columns_are_given_back_as_they_are()
    {
        double[] rows = [7, 1, 7, 2, 7, 4];

        var model = PrincipalComponents.Fit(rows, rows: 3, components: 2);

        GoldenNetworks.AssertClose(rows, model.Decode(model.Encode(rows)), 1e-12, "rows");
        Assert.Equal(0, model.Variances[1], 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void More_components_than_there_can_be_are_refused(int components)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit([1, 2, 3, 4, 5, 6], 3, components));
        Assert.Equal($"3 rows of 2 features have 1 to 2 principal components, not {components}. (Parameter 'components')", error.Message);
    }

    private static (Golden Golden, PrincipalComponents Model) Fit(string name)
    {
        Golden golden = All.Single(item => item.Text("name") == name);
        return (golden, PrincipalComponents.Fit(golden.Array("train"), golden.Whole("rows"), golden.Whole("components")));
    }
}

using System.Runtime.Intrinsics;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace FrameworkBench.Statistics.Hierarchical;

/// <summary>
/// The Gibbs sampler of a <see cref="HierarchicalModel"/>. Student's distributions are scale mixtures: given κᵢ ~ Gamma(fᵢ/2, fᵢ/2)
/// and λᵢ ~ Gamma(ν/2, ν/2), dᵢ ~ Normal(δᵢ, sᵢ²/κᵢ) and δᵢ ~ Normal(δ₀, σ₀²/λᵢ).
/// </summary>
internal sealed class HierarchicalSampler
{
    // Products of so many factors stay within a double's range, and need one logarithm.
    private const int Factors = 16;

    // Points of the lattice, or degrees of freedom, that are weighed at once.
    private const int Lanes = 4;

    private const double LeastStep = 0.2, MostStep = 0.4;

    // ν − 1 on a logarithmic grid, with the logarithm of its prior and of Student's normaliser.
    private static readonly double[] Degrees = [.. Enumerable.Range(0, 32).Select(i => 1 + (0.05 * Math.Pow(5000, i / 31.0)))];
    private static readonly double[] LogPrior = [.. Degrees.Select(PriorOf)];
    private static readonly double[] LogNormalizer = [.. Degrees.Select(NormalizerOf)];

    private readonly double[] leads, errors, degrees, noise, spread, trueLeads, squares;
    private readonly double logLeast, logMost;
    private readonly Random random;
    private readonly double[] logWeights = new double[Degrees.Length];
    private readonly double[] lattice;
    private double logScale, nu = 30, center, centerMean, centerDeviation;

    /// <summary>Starts at the middle of the parameters' ranges.</summary>
    /// <param name="leads">dᵢ.</param>
    /// <param name="errors">sᵢ, above 0.</param>
    /// <param name="degrees">fᵢ, at least 1.</param>
    /// <param name="leastScale">The smallest σ₀.</param>
    /// <param name="mostScale">The largest σ₀.</param>
    /// <param name="random">The generator.</param>
    internal HierarchicalSampler(double[] leads, double[] errors, double[] degrees, double leastScale, double mostScale, Random random)
    {
        (this.leads, this.errors, this.degrees, this.random) = (leads, errors, degrees, random);
        (logLeast, logMost) = (Math.Log(leastScale), Math.Log(mostScale));
        noise = [.. errors.Select(error => error * error)];
        spread = [.. leads.Select(_ => 1.0)];
        lattice = new double[(int)((logMost - logLeast) / LeastStep) + 1 + Lanes];
        trueLeads = new double[leads.Length];
        squares = new double[leads.Length];
    }

    /// <summary>One draw of all parameters.</summary>
    internal HierarchicalDraw Step()
    {
        DrawScale();
        DrawCenter();
        DrawTrueLeads();
        DrawDegreesOfFreedom();
        DrawMixtures();
        return new(center, Math.Exp(logScale), nu, centerMean, centerDeviation);
    }

    // The lattice runs through the present value, so that each of its points would have given the same lattice.
    private void DrawScale()
    {
        double step = LeastStep + ((MostStep - LeastStep) * random.NextDouble());
        double first = logScale - (step * Math.Floor((logScale - logLeast) / step));
        int points = 1 + (int)Math.Floor((logMost - first) / step);
        for (int at = 0; at < points; at += Lanes)
        {
            var places = Vector256.Create((double)at, at + 1, at + 2, at + 3);
            LogDensity(Vector256.Create(first) + (step * places)).CopyTo(lattice, at);
        }

        logScale = first + (step * Choose(lattice.AsSpan(0, points)));
    }

    // Of log σ₀, with δ₀ and δᵢ integrated out, at four points at once; a uniform σ₀ has the density σ₀ on the logarithmic scale.
    private Vector256<double> LogDensity(Vector256<double> points)
    {
        Vector256<double> variance = Vector256.Exp(2 * points), product = Vector256<double>.One, logProduct = default;
        Vector256<double> weights = default, sum = default, sumOfSquares = default;
        for (int i = 0; i < leads.Length; i++)
        {
            Vector256<double> total = Vector256.Create(noise[i]) + (variance * spread[i]);
            Vector256<double> weight = Vector256<double>.One / total, weighted = weight * leads[i];
            weights += weight;
            sum += weighted;
            sumOfSquares += weighted * leads[i];
            product *= total;
            if (i % Factors == Factors - 1)
                (logProduct, product) = (logProduct + Vector256.Log(product), Vector256<double>.One);
        }

        logProduct += Vector256.Log(product);
        return points - (0.5 * (logProduct + Vector256.Log(weights) + sumOfSquares - (sum * sum / weights)));
    }

    private void DrawCenter()
    {
        double variance = Math.Exp(2 * logScale), weights = 0, sum = 0;
        for (int i = 0; i < leads.Length; i++)
        {
            double weight = 1 / (noise[i] + (variance * spread[i]));
            weights += weight;
            sum += weight * leads[i];
        }

        (centerMean, centerDeviation) = (sum / weights, 1 / Math.Sqrt(weights));
        center = Normal.Sample(random, centerMean, centerDeviation);
    }

    private void DrawTrueLeads()
    {
        double variance = Math.Exp(2 * logScale);
        for (int i = 0; i < leads.Length; i++)
        {
            double own = 1 / noise[i], shared = 1 / (variance * spread[i]), weight = own + shared;
            trueLeads[i] = Normal.Sample(random, ((own * leads[i]) + (shared * center)) / weight, 1 / Math.Sqrt(weight));
        }
    }

    // With λᵢ integrated out: Student's density of every true lead.
    private void DrawDegreesOfFreedom()
    {
        double scale = Math.Exp(logScale);
        for (int i = 0; i < trueLeads.Length; i++)
            squares[i] = Math.Pow((trueLeads[i] - center) / scale, 2);
        for (int k = 0; k < Degrees.Length; k += Lanes)
        {
            Vector256<double> candidates = Vector256.Create(Degrees, k), inverse = Vector256<double>.One / candidates;
            Vector256<double> product = Vector256<double>.One, logProduct = default;
            for (int i = 0; i < squares.Length; i++)
            {
                product *= Vector256<double>.One + (inverse * squares[i]);
                if (i % Factors == Factors - 1)
                    (logProduct, product) = (logProduct + Vector256.Log(product), Vector256<double>.One);
            }

            logProduct += Vector256.Log(product);
            Vector256<double> logDensity = (trueLeads.Length * Vector256.Create(LogNormalizer, k))
                - (0.5 * (candidates + Vector256<double>.One) * logProduct);
            (Vector256.Create(LogPrior, k) + logDensity).CopyTo(logWeights, k);
        }

        nu = Degrees[Choose(logWeights)];
    }

    private void DrawMixtures()
    {
        double variance = Math.Exp(2 * logScale);
        for (int i = 0; i < leads.Length; i++)
        {
            double error = errors[i] * errors[i], residual = leads[i] - trueLeads[i], distance = trueLeads[i] - center;
            noise[i] = error / Gamma.Sample(random, (degrees[i] + 1) / 2, (degrees[i] + (residual * residual / error)) / 2);
            spread[i] = 1 / Gamma.Sample(random, (nu + 1) / 2, (nu + (distance * distance / variance)) / 2);
        }
    }

    private int Choose(ReadOnlySpan<double> logWeights)
    {
        double most = double.NegativeInfinity, total = 0;
        foreach (double weight in logWeights)
            most = Math.Max(most, weight);
        foreach (double weight in logWeights)
            total += Math.Exp(weight - most);
        double left = random.NextDouble() * total;
        for (int i = 0; i < logWeights.Length - 1; i++)
        {
            left -= Math.Exp(logWeights[i] - most);
            if (left < 0)
                return i;
        }

        return logWeights.Length - 1;
    }

    private static double NormalizerOf(double nu) =>
        SpecialFunctions.GammaLn((nu + 1) / 2) - SpecialFunctions.GammaLn(nu / 2) - (Math.Log(nu) / 2);

    // The density of log(ν − 1): Gamma(α, β) at ν − 1, averaged over α and β, times ν − 1.
    private static double PriorOf(double nu)
    {
        const int Points = 40;
        double sum = 0;
        for (int a = 0; a < Points; a++)
        {
            for (int b = 0; b < Points; b++)
                sum += Gamma.PDF(0.5 + (4.5 * (a + 0.5) / Points), 0.05 + (0.1 * (b + 0.5) / Points), nu - 1);
        }

        return Math.Log(sum * (nu - 1));
    }
}

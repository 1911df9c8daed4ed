using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Colour;

/// <summary>Square roots of luminances: their mean is hardly moved by a few glints, and a factor on the light stays a factor.</summary>
public static unsafe class LuminanceRoots
{
    private const int RowGrain = 16;

    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, HighlightRollOff: false);

    /// <summary>√max(Y, 0) with the luminance Y of the light behind working-space pixels; 0 where nothing is asked for.</summary>
    /// <param name="image">Working-space pixels.</param>
    /// <param name="wanted">Of the image's size: above 0 where values are asked for; a neighbour may get its own.</param>
    /// <param name="roots">Of the image's size.</param>
    public static void Fill(ImageBuffer image, Plane wanted, Plane roots)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(wanted, image.Width, image.Height);
        BufferShape.RequireSize(roots, image.Width, image.Height);
        Executor.For(0, image.Height, RowGrain, new RootBody(image.Pointer, wanted.Pointer, roots.Pointer, image.Width, Linear));
    }

    /// <summary>The same of a part of a picture whose channels lie in planes.</summary>
    /// <param name="planar">3 × height × width working-space floats: red, green, blue.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="part">Which of its pixels, inside it.</param>
    /// <param name="wanted">Of the part's size: above 0 where values are asked for; neighbours may get their own.</param>
    /// <param name="roots">Of the part's size.</param>
    /// <exception cref="ArgumentException">A size is wrong, or the part isn't inside.</exception>
    public static void Fill(ReadOnlySpan<float> planar, int width, int height, RectI part, Plane wanted, Plane roots)
    {
        BufferShape.RequireSize(wanted, part.Width, part.Height);
        BufferShape.RequireSize(roots, part.Width, part.Height);
        int plane = AreaSampler.RequireTensor(width, height, planar);
        if (!RectI.FromSize(width, height).Contains(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The part isn't inside the {width}×{height} pixels; cut it to them.");
        fixed (float* first = planar)
            Executor.For(0, part.Height, RowGrain, new PlanarRootBody(first + ((nint)part.Y1 * width) + part.X1, plane, width, wanted.Pointer, roots.Pointer, part.Width));
    }

    /// <summary>
    /// Σ w·min(value, most) / Σ w with w = weights·shares, in double precision and in a fixed order; 0 where nothing weighs.
    /// </summary>
    /// <param name="values">Finite values.</param>
    /// <param name="weights">Of the same size; at least 0.</param>
    /// <param name="shares">Of the same size; at least 0.</param>
    /// <param name="most">What larger values count as.</param>
    public static double Mean(Plane values, Plane weights, Plane shares, float most)
    {
        ArgumentNullException.ThrowIfNull(values);
        BufferShape.RequireSize(weights, values.Width, values.Height);
        BufferShape.RequireSize(shares, values.Width, values.Height);
        using Scratch rows = Scratch.Of<WeightedSum>(values.Height);
        var sums = (WeightedSum*)rows.Pointer;
        Executor.For(0, values.Height, RowGrain, new MeanBody(values.Pointer, weights.Pointer, shares.Pointer, most, values.Width, sums));
        double sum = 0, weight = 0;
        for (int y = 0; y < values.Height; y++)
        {
            sum += sums[y].Sum;
            weight += sums[y].Weight;
        }

        return weight > 0 ? sum / weight : 0;
    }

    private readonly record struct WeightedSum(double Sum, double Weight);

    private readonly struct RootBody(Vector4* image, float* wanted, float* roots, int width, NetworkSpace linear) : IRangeBody
    {
        public void Run(int from, int to)
        {
            NetworkSpace space = linear;
            Vector3 weights = Rec709.LumaWeights;
            for (nint row = (nint)from * width, end = (nint)to * width; row < end; row += width)
            {
                for (int x = 0; x < width; x += 2)
                {
                    nint i = row + x;
                    bool isPair = x + 1 < width;
                    if (!(wanted[i] > 0 || (isPair && wanted[i + 1] > 0)))
                    {
                        roots[i] = 0;
                        if (isPair)
                            roots[i + 1] = 0;
                        continue;
                    }

                    Vector256<float> light = space.DecodeLanes(PixelPairs.Load(image + i, width - x));
                    roots[i] = Root(light.GetLower(), weights);
                    if (isPair)
                        roots[i + 1] = Root(light.GetUpper(), weights);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static float Root(Vector128<float> light, Vector3 weights) =>
            MathF.Sqrt(Math.Max(0, Vector3.Dot(light.AsVector3(), weights)));
    }

    private readonly struct PlanarRootBody(float* planes, nint plane, nint stride, float* wanted, float* roots, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                float* pixels = planes + (y * stride), asked = wanted + ((nint)y * width), row = roots + ((nint)y * width);
                int x = 0;
                for (; x <= width - Vector256<float>.Count; x += Vector256<float>.Count)
                {
                    bool isWanted = Vector256.GreaterThanAny(Vector256.Load(asked + x), Vector256<float>.Zero);
                    (isWanted ? Root(Vector256.Load(pixels + x), Vector256.Load(pixels + plane + x), Vector256.Load(pixels + (2 * plane) + x)) : default).Store(row + x);
                }

                for (; x < width; x++)
                    row[x] = asked[x] > 0 ? Root(Vector256.Create(pixels[x]), Vector256.Create(pixels[plane + x]), Vector256.Create(pixels[(2 * plane) + x])).ToScalar() : 0;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Root(Vector256<float> red, Vector256<float> green, Vector256<float> blue)
        {
            Vector256<float> luminance = Rec709.Luma(Linear.DecodeLanes(red), Linear.DecodeLanes(green), Linear.DecodeLanes(blue));
            return Vector256.Sqrt(Vector256.MaxNative(luminance, Vector256<float>.Zero));
        }
    }

    private readonly struct MeanBody(float* values, float* weights, float* shares, float most, int width, WeightedSum* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                double sum = 0, weight = 0;
                nint row = (nint)y * width;
                for (nint i = row; i < row + width; i++)
                {
                    double share = weights[i] * shares[i];
                    if (!(share > 0))
                        continue;
                    sum += share * Math.Min(values[i], most);
                    weight += share;
                }

                sums[y] = new WeightedSum(sum, weight);
            }
        }
    }
}

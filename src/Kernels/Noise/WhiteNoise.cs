using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Noise;

/// <summary>
/// White noise that is a function of place and seed alone: each channel of each pixel is the sum of four uniform
/// numbers (nearly a Gaussian, within ±3.5 deviations), mean 0, variance 1, from an integer hash.
/// </summary>
public static unsafe class WhiteNoise
{
    private const int RowGrain = 8;

    // Four bytes: mean 4·127.5, variance 4·(256² − 1)/12.
    private const float Mean = 510;
    private const float Scale = 0.0067658f;

    /// <summary>Fills all four channels, each with noise of its own.</summary>
    /// <param name="destination">The image.</param>
    /// <param name="left">The first column's place: the same place and seed give the same noise in any image.</param>
    /// <param name="top">The first row's place.</param>
    /// <param name="seed">Another seed gives noise that has nothing to do with it.</param>
    public static void Fill(ImageBuffer destination, int left, int top, uint seed)
    {
        ArgumentNullException.ThrowIfNull(destination);
        Executor.For(0, destination.Height, RowGrain, new Body((float*)destination.Pointer, destination.Width, left, top, Mix(seed)));
    }

    /// <summary>One value: of a channel at a place.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="channel">0 to 3.</param>
    /// <param name="seed">The seed.</param>
    public static float At(int x, int y, int channel, uint seed)
    {
        uint hash = Mix(((4 * (uint)x) + (uint)channel) ^ RowKey(y, Mix(seed)));
        return ((hash & 255) + ((hash >> 8) & 255) + ((hash >> 16) & 255) + (hash >> 24) - Mean) * Scale;
    }

    private static uint RowKey(int y, uint seed) => Mix((uint)y ^ seed);

    // C. Wellons' "lowbias32" (Prospecting for Hash Functions, 2018): every bit of the result depends on all of them.
    private static uint Mix(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7feb352d;
        x = (x ^ (x >> 15)) * 0x846ca68b;
        return x ^ (x >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> x)
    {
        x = (x ^ (x >> 16)) * 0x7feb352du;
        x = (x ^ (x >> 15)) * 0x846ca68bu;
        return x ^ (x >> 16);
    }

    private readonly struct Body(float* destination, int width, int left, int top, uint seed) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Vector256<uint> bytes = Vector256.Create(0x00ff00ffu);
            for (int y = from; y < to; y++)
            {
                float* row = destination + ((nint)y * width * 4);
                uint key = RowKey(top + y, seed);
                Vector256<uint> index = Vector256.Create(4 * (uint)left) + Vector256<uint>.Indices;
                nint i = 0;
                for (; i <= ((nint)width * 4) - 8; i += 8, index += Vector256.Create(8u))
                {
                    Vector256<uint> hash = Mix(index ^ Vector256.Create(key));
                    Vector256<uint> pairs = (hash & bytes) + ((hash >> 8) & bytes);
                    Vector256<uint> sum = (pairs & Vector256.Create(0xffffu)) + (pairs >> 16);
                    ((Vector256.ConvertToSingle(sum.AsInt32()) - Vector256.Create(Mean)) * Scale).Store(row + i);
                }

                for (; i < (nint)width * 4; i++)
                {
                    uint hash = Mix(((4 * (uint)left) + (uint)i) ^ key);
                    row[i] = ((hash & 255) + ((hash >> 8) & 255) + ((hash >> 16) & 255) + (hash >> 24) - Mean) * Scale;
                }
            }
        }
    }
}

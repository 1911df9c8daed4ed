using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>What was changed of a picture's colours, as a picture of its own that others are changed by. Its alpha is 0.</summary>
public static unsafe class PictureChange
{
    private const int RowGrain = 16;

    /// <summary>change = share·(after − before).</summary>
    /// <param name="before">The picture as it was.</param>
    /// <param name="after">As it is now; same size, as all images here.</param>
    /// <param name="share">How much of the change is taken, 0 to 1.</param>
    /// <param name="change">Gets the change; may be one of the others.</param>
    public static void Between(ImageBuffer before, ImageBuffer after, float share, ImageBuffer change)
    {
        ArgumentNullException.ThrowIfNull(before);
        BufferShape.RequireSize(after, before.Width, before.Height);
        BufferShape.RequireSize(change, before.Width, before.Height);
        Executor.For(0, before.Height, RowGrain, new BetweenBody(before.Pointer, after.Pointer, share, change.Pointer, before.Width));
    }

    /// <summary>change = beneath + matte·(picture − beneath) − change: what a matted picture changes of what is there.</summary>
    /// <param name="beneath">What the picture lies on.</param>
    /// <param name="picture">The picture; same size, as all images here.</param>
    /// <param name="matte">How much of it is seen, 0 to 1.</param>
    /// <param name="change">What is there; gets the change.</param>
    public static void OfMatted(ImageBuffer beneath, ImageBuffer picture, Plane matte, ImageBuffer change)
    {
        ArgumentNullException.ThrowIfNull(beneath);
        BufferShape.RequireSize(picture, beneath.Width, beneath.Height);
        BufferShape.RequireSize(matte, beneath.Width, beneath.Height);
        BufferShape.RequireSize(change, beneath.Width, beneath.Height);
        Executor.For(0, beneath.Height, RowGrain, new MattedBody(beneath.Pointer, picture.Pointer, matte.Pointer, change.Pointer, beneath.Width));
    }

    /// <summary>picture += change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="picture">Of the same size.</param>
    public static void Add(ImageBuffer change, ImageBuffer picture)
    {
        ArgumentNullException.ThrowIfNull(change);
        BufferShape.RequireSize(picture, change.Width, change.Height);
        Executor.For(0, change.Height, RowGrain, new AddBody(change.Pointer, picture.Pointer, change.Width));
    }

    /// <summary>
    /// picture += weight·(after − before), in its colours, of the part of a frame where the picture lies; untouched, whatever the
    /// frame holds, where the weight is 0.
    /// </summary>
    /// <param name="before">The frame as it was.</param>
    /// <param name="after">As it is now; same size.</param>
    /// <param name="weight">How much of the change is taken, 0 to 1; same size.</param>
    /// <param name="place">Where the picture lies in the frame, wholly inside; of the picture's size.</param>
    /// <param name="picture">The picture.</param>
    public static void Add(ImageBuffer before, ImageBuffer after, Plane weight, RectI place, ImageBuffer picture)
    {
        ArgumentNullException.ThrowIfNull(before);
        BufferShape.RequireSize(after, before.Width, before.Height);
        BufferShape.RequireSize(weight, before.Width, before.Height);
        BufferShape.RequireSize(picture, place.Width, place.Height);
        if (place.Intersect(before.Bounds) != place)
            throw new ArgumentException($"The picture's place {place} is not inside the frame of {before.Width} × {before.Height} pixels; give one that is.", nameof(place));
        Executor.For(0, place.Height, RowGrain, new PlacedBody(before.Pointer, after.Pointer, weight.Pointer, before.Width, place, picture.Pointer));
    }

    private readonly struct BetweenBody(Vector4* before, Vector4* after, float share, Vector4* change, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                change[i] = (share * (after[i] - before[i])) with { W = 0 };
        }
    }

    private readonly struct MattedBody(Vector4* beneath, Vector4* picture, float* matte, Vector4* change, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                change[i] = (Vector4.Lerp(beneath[i], picture[i], matte[i]) - change[i]) with { W = 0 };
        }
    }

    private readonly struct AddBody(Vector4* change, Vector4* picture, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                picture[i] += change[i];
        }
    }

    private readonly struct PlacedBody(Vector4* before, Vector4* after, float* weight, int stride, RectI place, Vector4* picture) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                nint first = ((nint)(place.Y1 + y) * stride) + place.X1;
                Vector4* row = picture + ((nint)y * place.Width);
                for (int x = 0; x < place.Width; x++)
                {
                    if (weight[first + x] > 0)
                        row[x] += (weight[first + x] * (after[first + x] - before[first + x])) with { W = 0 };
                }
            }
        }
    }
}

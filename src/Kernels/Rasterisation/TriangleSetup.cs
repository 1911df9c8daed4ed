using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Rasterisation;

/// <summary>
/// A front-facing triangle ready to be drawn: three edge functions in integers, positive inside, and its corners'
/// depths and attributes. Units are 1/4096 pixel from the region's first pixel's corner.
/// </summary>
internal struct TriangleSetup
{
    private const int SubpixelBits = 12;
    private const int One = 1 << SubpixelBits;
    private const float MostPixels = 65536;

    private Edge _opposite0;
    private Edge _opposite1;
    private Edge _opposite2;
    private double _inverseArea;
    private Vector3 _depths;
    private Vector4 _attribute0;
    private Vector4 _attribute1;
    private Vector4 _attribute2;

    /// <summary>The first row that a pixel's centre may be covered in.</summary>
    public int FirstRow { get; private set; }

    /// <summary>One past the last such row.</summary>
    public int EndRow { get; private set; }

    /// <summary>Sets a triangle up, unless it faces away, has no area, misses the region or isn't drawable.</summary>
    /// <param name="a">First corner.</param>
    /// <param name="b">Second corner, clockwise as seen.</param>
    /// <param name="c">Third corner.</param>
    /// <param name="region">The pixels drawn.</param>
    /// <param name="setup">The result.</param>
    public static bool TryCreate(Vector3 a, Vector3 b, Vector3 c, RectI region, out TriangleSetup setup)
    {
        setup = default;
        if (!(TrySnap(a, region, out long ax, out long ay) && TrySnap(b, region, out long bx, out long by)
            && TrySnap(c, region, out long cx, out long cy)))
        {
            return false;
        }

        long area = ((bx - ax) * (cy - ay)) - ((cx - ax) * (by - ay));
        if (area <= 0)
            return false;

        setup.FirstRow = (int)Math.Max(0, FirstCentre(Math.Min(ay, Math.Min(by, cy))));
        setup.EndRow = (int)Math.Min(region.Height, FirstCentre(Math.Max(ay, Math.Max(by, cy)) + 1));
        if (setup.FirstRow >= setup.EndRow)
            return false;

        setup._opposite0 = new Edge(bx, by, cx, cy);
        setup._opposite1 = new Edge(cx, cy, ax, ay);
        setup._opposite2 = new Edge(ax, ay, bx, by);
        setup._inverseArea = 1.0 / area;
        setup._depths = new Vector3(a.Z, b.Z, c.Z);
        return true;
    }

    /// <summary>Gives the corners their attributes, in the order of <see cref="TryCreate"/>.</summary>
    public void SetAttributes(Vector4 a, Vector4 b, Vector4 c)
    {
        _attribute0 = a;
        _attribute1 = b;
        _attribute2 = c;
    }

    /// <summary>Draws the pixels of one row whose centres are covered and that are nearer than what is there.</summary>
    public readonly unsafe void DrawRow(int y, int width, float* depth, float* coverage, Vector4* interpolated)
    {
        long centreY = ((long)y * One) + (One / 2);
        (long first, long end) = Covered(centreY, width);
        long centreX = (first * One) + (One / 2), at1 = _opposite1.At(centreX, centreY), at2 = _opposite2.At(centreX, centreY);
        for (long x = first; x < end; x++, at1 += _opposite1.PixelStep, at2 += _opposite2.PixelStep)
        {
            float w1 = (float)(at1 * _inverseArea);
            float w2 = (float)(at2 * _inverseArea);
            float z = _depths.X + ((_depths.Y - _depths.X) * w1) + ((_depths.Z - _depths.X) * w2);
            if (z < depth[x])
            {
                depth[x] = z;
                coverage[x] = 1;
                interpolated[x] = _attribute0 + ((_attribute1 - _attribute0) * w1) + ((_attribute2 - _attribute0) * w2);
            }
        }
    }

    /// <summary>Sets the pixels of one row whose centres are covered to 1.</summary>
    public readonly unsafe void CoverRow(int y, int width, float* coverage)
    {
        (long first, long end) = Covered(((long)y * One) + (One / 2), width);
        for (long x = first; x < end; x++)
            coverage[x] = 1;
    }

    // The half-open range of pixels in a row whose centres are inside.
    private readonly (long First, long End) Covered(long centreY, int width)
    {
        long first = 0;
        long end = width;
        _opposite0.Narrow(centreY, ref first, ref end);
        _opposite1.Narrow(centreY, ref first, ref end);
        _opposite2.Narrow(centreY, ref first, ref end);
        return (first, end);
    }

    private static bool TrySnap(Vector3 corner, RectI region, out long x, out long y)
    {
        double fromX = (double)corner.X - region.X1;
        double fromY = (double)corner.Y - region.Y1;
        bool drawable = Math.Abs(fromX) <= MostPixels && Math.Abs(fromY) <= MostPixels && float.IsFinite(corner.Z);
        x = drawable ? (long)Math.Round(fromX * One) : 0;
        y = drawable ? (long)Math.Round(fromY * One) : 0;
        return drawable;
    }

    /// <summary>The first pixel whose centre lies at or beyond a coordinate.</summary>
    private static long FirstCentre(long coordinate) => (coordinate + (One / 2) - 1) >> SubpixelBits;

    /// <summary>
    /// E(x, y) = stepX·x + stepY·y + offset: twice the area that the point spans with the edge, positive on the
    /// inside. A point on a top or left edge is inside, one on another edge is not.
    /// </summary>
    private readonly struct Edge
    {
        private readonly long _stepX;
        private readonly long _stepY;
        private readonly long _offset;
        private readonly long _least;
        private readonly double _inverse;

        public Edge(long fromX, long fromY, long toX, long toY)
        {
            _stepX = fromY - toY;
            _stepY = toX - fromX;
            _offset = -((_stepX * fromX) + (_stepY * fromY));

            // Clockwise with y down: a left edge goes up, a top edge goes right.
            bool isTopOrLeft = toY < fromY || (toY == fromY && toX > fromX);
            _least = isTopOrLeft ? 0 : 1;
            _inverse = 1.0 / (_stepX * One);
        }

        /// <summary>How much a pixel to the right adds.</summary>
        public long PixelStep => _stepX * One;

        public long At(long x, long y) => (_stepX * x) + (_stepY * y) + _offset;

        /// <summary>Cuts the half-open range of pixels in a row down to those whose centres are inside.</summary>
        public void Narrow(long centreY, ref long first, ref long end)
        {
            // At pixel x: start + step·x ≥ least. The quotient is less than one off in double precision.
            long start = At(One / 2, centreY) - _least;
            long step = PixelStep;
            if (step == 0)
            {
                end = start >= 0 ? end : first;
                return;
            }

            var crossing = (long)Math.Ceiling(-start * _inverse);
            if (step > 0)
                first = Math.Max(first, start + (step * (crossing - 1)) >= 0 ? crossing - 1 : start + (step * crossing) >= 0 ? crossing : crossing + 1);
            else
                end = Math.Min(end, start + (step * (crossing - 1)) < 0 ? crossing - 1 : start + (step * crossing) < 0 ? crossing : crossing + 1);
        }
    }
}

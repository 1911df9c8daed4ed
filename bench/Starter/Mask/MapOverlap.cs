namespace FaceFusion.Starter.Mask;

/// <summary>Intersection over union of two networks' maps, over as many pixels as are added.</summary>
internal sealed class MapOverlap
{
    /// <summary>Skin, clothes and hair, in this order.</summary>
    public const int Maps = 3;

    private readonly long[] _both = new long[Maps], _either = new long[Maps];

    public double Skin => Of(0);

    public double Clothes => Of(1);

    public double Hair => Of(2);

    /// <summary>Adds a pixel of a map: whether it is set in the one and in the other.</summary>
    public void Add(int map, bool one, bool other)
    {
        _both[map] += one && other ? 1 : 0;
        _either[map] += one || other ? 1 : 0;
    }

    private double Of(int map) => (double)_both[map] / Math.Max(1, _either[map]);
}

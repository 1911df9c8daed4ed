using System.Numerics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Takes the sampled pixels, each once, in runs and in any order.</summary>
internal unsafe interface IPixelSink
{
    /// <summary>Which pixels of a row are wanted, of [from, to).</summary>
    (int From, int To) Wanted(int y, int from, int to);

    /// <summary>Where the values of a run are to be put: a room of the caller's, or memory that they belong into.</summary>
    /// <param name="x">The run's first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="room">Room for them.</param>
    Vector4* Place(int x, int y, Vector4* room);

    /// <summary>Takes a run.</summary>
    /// <param name="x">The run's first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="count">Its pixels.</param>
    /// <param name="values">Where <see cref="Place"/> said; where that was the caller's room, anywhere.</param>
    void Store(int x, int y, int count, Vector4* values);
}

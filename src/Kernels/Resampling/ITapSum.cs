using System.Numerics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>The weighted sums of the cells that destination pixels' kernels touch.</summary>
internal unsafe interface ITapSum
{
    /// <summary>Columns that are read.</summary>
    int Columns { get; }

    /// <summary>Rows that are read.</summary>
    int Rows { get; }

    /// <summary>Computes a run's weights.</summary>
    /// <param name="run">The run.</param>
    /// <param name="count">Its pixels.</param>
    /// <param name="weights">Room for <see cref="TapRun.Most"/> times <see cref="TapRun.MostWeights"/>.</param>
    void Weigh(TapRun* run, int count, float* weights);

    /// <summary>The sum of a pixel.</summary>
    /// <param name="first">The first row's first cell.</param>
    /// <param name="stride">Cells from a row to the next.</param>
    /// <param name="weights">What <see cref="Weigh"/> computed.</param>
    /// <param name="i">Which pixel of the run.</param>
    Vector4 Sum(Vector4* first, nint stride, float* weights, int i);
}

using System.Numerics;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Tracking;

/// <summary>
/// Follows one face from frame to frame: by who it is first, by where it was second. A head that turns away looks like
/// nobody for a while but stays where it is; people who cross stand where the other was but look like themselves.
/// </summary>
public sealed class FaceFollower
{
    /// <summary>How far a face that isn't surely the same may have moved in a frame, in widths of its box.</summary>
    public const double NearestStep = 0.5;

    // A face that was lost is looked for in a circle that grows by a step a frame, up to this many steps.
    private const int MostSteps = 4;

    private readonly FaceEmbedding _who;
    private RectF _last;
    private int _lost;

    /// <summary>Starts on a face.</summary>
    /// <param name="face">The face in the first frame.</param>
    public FaceFollower(FaceCandidate face)
    {
        ArgumentNullException.ThrowIfNull(face.Embedding);
        _who = face.Embedding;
        _last = face.Box;
    }

    /// <summary>Which of the next frame's faces is the followed one; −1 when none is.</summary>
    /// <param name="faces">The faces of the frame after (or, backwards, before) the last one asked for.</param>
    public int Next(IReadOnlyList<FaceCandidate> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        int best = -1;
        double bestRank = double.NegativeInfinity;
        for (int i = 0; i < faces.Count; i++)
        {
            double likeness = _who.Cosine(faces[i].Embedding);
            double steps = Vector2.Distance(faces[i].Box.Centre, _last.Centre) / (NearestStep * Math.Max(1e-6, _last.Width));
            bool isNear = steps <= Math.Min(_lost + 1, MostSteps);
            if (likeness < _who.Scale.SamePerson && !(isNear && likeness >= _who.Scale.Stranger))
                continue;

            // A whole step counts as a tenth of likeness, so that of two alike the nearer is taken.
            double rank = likeness - 0.1 * Math.Min(steps, MostSteps);
            if (rank > bestRank)
                (best, bestRank) = (i, rank);
        }

        if (best < 0)
        {
            _lost++;
            return -1;
        }

        _last = faces[best].Box;
        _lost = 0;
        return best;
    }
}

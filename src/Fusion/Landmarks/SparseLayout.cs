namespace FaceFusion.Fusion.Landmarks;

/// <summary>Which points of a network of few points lie where on the 478-point mesh.</summary>
/// <remarks>
/// Sources: the iBUG 300-W mark-up (68 points), WFLW's (98), OpenSeeFace's (66: 300-W without the outer corners of the
/// mouth). The outline of the jaw is where the face ends in the picture, which on a turned head is another place of the
/// skin: those points are told apart.
/// </remarks>
public sealed class SparseLayout
{
    private SparseLayout(string name, int count, IReadOnlyList<(int Point, int Mesh)> jaw, IReadOnlyList<(int Point, int Mesh)> features, int leftPupil = -1, int rightPupil = -1)
    {
        Name = name;
        Count = count;
        Jaw = jaw;
        Features = features;
        LeftPupil = leftPupil;
        RightPupil = rightPupil;
    }

    /// <summary>The 68 points of iBUG 300-W.</summary>
    public static SparseLayout Ibug68 { get; } = new("68 points", 68, From(0, JawOfIbug), [.. From(17, BrowsAndNose), .. From(36, Eyes), .. From(48, Lips)]);

    /// <summary>The 98 points of WFLW, pupils included.</summary>
    public static SparseLayout Wflw98 { get; } = new(
        "98 points", 98, [.. JawOfIbug.Select((mesh, i) => (2 * i, mesh))],
        [.. From(33, [71, 63, 105, 66, 107]), .. From(42, [336, 296, 334, 293, 301]), .. From(51, [168, 197, 5, 4, 75, 97, 2, 326, 305]), .. From(60, [33, 160, 159, 158, 133, 153, 145, 144]), .. From(68, [362, 385, 386, 387, 263, 373, 374, 380]), .. From(76, Lips)],
        96, 97);

    /// <summary>The 66 points of OpenSeeFace.</summary>
    public static SparseLayout OpenSeeFace66 { get; } = new(
        "66 points", 66, From(0, JawOfIbug), [.. From(17, BrowsAndNose), .. From(36, Eyes), .. From(48, [.. Lips[1..6], .. Lips[7..]])]);

    /// <summary>What artists call it.</summary>
    public string Name { get; }

    /// <summary>How many points the network gives.</summary>
    public int Count { get; }

    /// <summary>The outline from ear to ear: the network's number of each point and the mesh's.</summary>
    public IReadOnlyList<(int Point, int Mesh)> Jaw { get; }

    /// <summary>Brows, nose, eyes and lips, which are places of the skin.</summary>
    public IReadOnlyList<(int Point, int Mesh)> Features { get; }

    /// <summary>The viewer-left pupil's number; −1 where there is none.</summary>
    public int LeftPupil { get; }

    /// <summary>The viewer-right pupil's number; −1 where there is none.</summary>
    public int RightPupil { get; }

    private static int[] JawOfIbug => [162, 234, 93, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454, 389];

    private static int[] BrowsAndNose => [71, 63, 105, 66, 107, 336, 296, 334, 293, 301, 168, 197, 5, 4, 75, 97, 2, 326, 305];

    private static int[] Eyes => [33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380];

    private static int[] Lips => [61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82, 13, 312, 308, 317, 14, 87];

    private static (int Point, int Mesh)[] From(int first, int[] mesh) => [.. mesh.Select((place, i) => (first + i, place))];
}

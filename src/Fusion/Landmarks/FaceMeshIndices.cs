namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// Which of the 478 points lies where. "Left" and "right" are the viewer's, as on the raster.
/// </summary>
/// <remarks>
/// Source: the vertex numbering of MediaPipe's canonical face model and its contour lists (Apache-2.0; facts). The
/// first 468 points are the face's surface, 468–472 the viewer-left iris and 473–477 the viewer-right one (centre
/// first).
/// </remarks>
public static class FaceMeshIndices
{
    /// <summary>Points on the face's surface; the irises follow.</summary>
    public const int SurfaceCount = 468;

    /// <summary>All points, irises included.</summary>
    public const int Count = 478;

    /// <summary>Outer corner of the viewer-left eye.</summary>
    public const int LeftEyeOuter = 33;

    /// <summary>Inner corner of the viewer-left eye.</summary>
    public const int LeftEyeInner = 133;

    /// <summary>Inner corner of the viewer-right eye.</summary>
    public const int RightEyeInner = 362;

    /// <summary>Outer corner of the viewer-right eye.</summary>
    public const int RightEyeOuter = 263;

    /// <summary>Centre of the viewer-left iris.</summary>
    public const int LeftIris = 468;

    /// <summary>Centre of the viewer-right iris.</summary>
    public const int RightIris = 473;

    /// <summary>Tip of the nose.</summary>
    public const int NoseTip = 4;

    /// <summary>Viewer-left corner of the mouth.</summary>
    public const int LeftMouthCorner = 61;

    /// <summary>Viewer-right corner of the mouth.</summary>
    public const int RightMouthCorner = 291;

    /// <summary>The lowest point of the chin on the oval.</summary>
    public const int Chin = 152;

    /// <summary>The middle of the hairline on the oval.</summary>
    public const int ForeheadTop = 10;

    /// <summary>The outline of the face, clockwise on the raster from the middle of the hairline.</summary>
    public static ReadOnlySpan<int> Oval =>
    [
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
    ];

    /// <summary>The edge of the viewer-left eye's lids, closed, from the outer corner along the lower lid.</summary>
    public static ReadOnlySpan<int> LeftEye =>
        [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246];

    /// <summary>The edge of the viewer-right eye's lids, closed, from the outer corner along the lower lid.</summary>
    public static ReadOnlySpan<int> RightEye =>
        [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466];

    /// <summary>The viewer-left brow: its lower edge outwards-in, then its upper edge back.</summary>
    public static ReadOnlySpan<int> LeftBrow => [46, 53, 52, 65, 55, 107, 66, 105, 63, 70];

    /// <summary>The viewer-right brow: its lower edge outwards-in, then its upper edge back.</summary>
    public static ReadOnlySpan<int> RightBrow => [276, 283, 282, 295, 285, 336, 296, 334, 293, 300];

    /// <summary>The outer edge of the lips, closed, from the viewer-left corner along the lower lip.</summary>
    public static ReadOnlySpan<int> OuterLips =>
        [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];

    /// <summary>The upper inner edge of the lips from the viewer-left to the viewer-right corner, corners included.</summary>
    public static ReadOnlySpan<int> InnerUpperLip => [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308];

    /// <summary>The lower inner edge of the lips from the viewer-left to the viewer-right corner, corners included.</summary>
    public static ReadOnlySpan<int> InnerLowerLip => [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308];

    /// <summary>
    /// Points that expressions hardly move: the bridge of the nose, the corners of the eyes, the temples and the upper
    /// forehead. They carry the head's pose.
    /// </summary>
    public static ReadOnlySpan<int> Rigid =>
    [
        168, 6, 197, 195, 122, 351, 193, 417, 245, 465,
        33, 133, 362, 263,
        127, 356, 162, 389, 21, 251, 139, 368, 34, 264,
        10, 151, 9, 109, 338, 67, 297, 103, 332, 54, 284,
    ];
}

using System.Text;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Quality.Clips;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Detector;

/// <summary>
/// The starter's faces beside the public detector's: frames of held-out clips as they are, held-out Londoners at several
/// sizes, and held-out photos of no face.
/// </summary>
internal static class DetectorPart
{
    // Of a clip every so many frames: those between show the same.
    private const int Step = 5;

    // What the public detector is so sure of is there; what it is less sure of than the other may be.
    private const float Sure = 0.7f, Doubtful = 0.3f;

    private const int CanvasWidth = 640, CanvasHeight = 480;

    // The sides at which a London photo of about half as high a face is put into a canvas.
    private static readonly int[] PhotoSides = [90, 160, 300, 480];

    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (models.Starter(FaceNetwork.Detector) is not { } file)
            return [];

        YuNetDetector starter = new(SessionCache.Get(file)), teacher = new(models.Teacher(FaceNetwork.Detector), Doubtful);
        HeldOutMaterial material = new(shared);
        DetectionScore score = new();
        foreach (ClipFrame frame in material.Frames(Step))
            Compare(frame.Frame);

        foreach (string photo in material.Photos)
        {
            using Still still = StillDecoder.Load(photo);
            foreach (int side in PhotoSides)
            {
                using ImageBuffer canvas = new(CanvasWidth, CanvasHeight);
                double scale = (double)still.Height / side;
                AreaSampler.Sample(still.Frame.Pixels, Affine2D.Translation(-(CanvasWidth - side) / 3.0, -(CanvasHeight - side) / 3.0).Then(Affine2D.Scaling(scale, scale)), NetworkSpace.Working, premultiplied: false, canvas);
                Compare(new FrameView(canvas.AsView(), NetworkSpace.Working, Premultiplied: false));
            }
        }

        foreach (string photo in Directory.GetFiles(Path.Combine(shared, "backgrounds"), "*.*", SearchOption.AllDirectories).Where(IsHeldOut))
        {
            using Still still = StillDecoder.Load(photo);
            score.Add(starter.Detect(still.Frame), [], []);
        }

        return
        [
            new("detector", "recall", score.Recall, 0.9, 0.96),
            new("detector", "precision", score.Precision, 0.64, 0.98),
            new("detector", "points", score.PointError, 0.037, 0.04, AtMost: true),
        ];

        void Compare(FrameView frame)
        {
            IReadOnlyList<DetectedFace> seen = teacher.Detect(frame);
            score.Add(starter.Detect(frame), [.. seen.Where(face => face.Score >= Sure)], [.. seen.Where(face => face.Score < Sure)]);
        }
    }

    // The fifth of the backgrounds that training leaves out: by a checksum of the name, as models/training/starter/split.py has it.
    private static bool IsHeldOut(string file)
    {
        string name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
        uint checksum = uint.MaxValue;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            checksum ^= value;
            for (int bit = 0; bit < 8; bit++)
                checksum = (checksum >> 1) ^ (0xEDB88320 & (0 - (checksum & 1)));
        }

        return Path.GetExtension(file) is ".jpg" or ".png" && ~checksum % 5 == 0;
    }
}

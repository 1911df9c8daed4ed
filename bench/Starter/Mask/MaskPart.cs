using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Quality.Clips;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Mask;

/// <summary>How the starter's skin, clothes and hair agree with the public network's: intersection over union at one half, over all pixels.</summary>
internal static class MaskPart
{
    // Of a clip every so many frames: those between show the same.
    private const int Step = 10;

    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (models.Starter(FaceNetwork.Segmenter) is not { } file)
            return [];

        SkinHairSegmenter starter = new(SessionCache.Get(file)), teacher = new(models.Teacher(FaceNetwork.Segmenter));
        FaceEngine engine = models.PublicEngine;
        HeldOutMaterial material = new(shared);
        long[] shared3 = new long[3], union = new long[3];
        foreach (string picture in material.Photos)
        {
            using Still still = StillDecoder.Load(picture);
            Count(still.Frame);
        }

        foreach (ClipFrame frame in material.Frames(Step))
            Count(frame.Frame);

        double[] overlap = [.. shared3.Zip(union, (both, either) => (double)both / Math.Max(1, either))];
        return
        [
            new("mask", "skin", overlap[0]),
            new("mask", "clothes", overlap[1]),
            new("mask", "hair", overlap[2]),
            new("mask", "iou", (overlap[0] + overlap[2]) / 2, Needed: 0.88),
        ];

        void Count(FrameView frame)
        {
            foreach (FaceMesh mesh in engine.FindFaces(frame).Take(1).Select(face => face.Mesh))
            {
                using FaceSegmentation ours = starter.Segment(frame, mesh), theirs = teacher.Segment(frame, mesh);
                for (int i = 0; i < ours.Maps.Pixels.Length; i++)
                {
                    Vector4 a = ours.Maps.Pixels[i], b = theirs.Maps.Pixels[i];
                    for (int kind = 0; kind < 3; kind++)
                    {
                        bool here = a[kind] > 0.5f, there = b[kind] > 0.5f;
                        shared3[kind] += here && there ? 1 : 0;
                        union[kind] += here || there ? 1 : 0;
                    }
                }
            }
        }
    }
}

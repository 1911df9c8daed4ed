using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Quality.Clips;
using FaceFusion.Quality.Pairs;
using FaceFusion.Training.Teachers;

namespace FaceFusion.Starter.Mask;

/// <summary>
/// How the starter's skin, clothes and hair agree with the public network's: intersection over union at one half, over
/// the pixels of all pictures together. Asked is where the public network agrees with itself when it looks again, turned by
/// 8° and from further away; over all pixels it contradicts itself as often as the figure beside says.
/// </summary>
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
        MapOverlap sure = new(), all = new(), itself = new();
        foreach (string picture in material.Photos)
        {
            using Still still = StillDecoder.Load(picture);
            Count(still.Frame);
        }

        foreach (ClipFrame frame in material.Frames(Step))
            Count(frame.Frame);

        return
        [
            new("mask", "skin", sure.Skin),
            new("mask", "clothes", sure.Clothes),
            new("mask", "hair", sure.Hair),
            new("mask", "iou", (sure.Skin + sure.Hair) / 2, Needed: 0.88),
            new("mask", "iou_all", (all.Skin + all.Hair) / 2),
            new("mask", "iou_teacher", (itself.Skin + itself.Hair) / 2),
        ];

        void Count(FrameView frame)
        {
            foreach (FaceMesh mesh in engine.FindFaces(frame).Take(1).Select(face => face.Mesh))
            {
                using FaceSegmentation ours = starter.Segment(frame, mesh);
                using SeveralLooks theirs = SeveralLooks.At(teacher, frame, mesh);
                ImageBuffer[] looks = [.. theirs.Maps];
                for (int i = 0; i < ours.Maps.Pixels.Length; i++)
                {
                    for (int map = 0; map < MapOverlap.Maps; map++)
                    {
                        bool here = ours.Maps.Pixels[i][map] > 0.5f, there = looks[0].Pixels[i][map] > 0.5f, again = looks[1].Pixels[i][map] > 0.5f;
                        all.Add(map, here, there);
                        itself.Add(map, again, there);
                        if (looks.All(look => look.Pixels[i][map] > 0.5f == there))
                            sure.Add(map, here, there);
                    }
                }
            }
        }
    }
}

using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;

namespace FaceFusion.Fusion.Networks;

/// <summary>Which families an artist may choose for each task, and which files of a machine are of them.</summary>
public static class NetworkKinds
{
    // What artists call them, the contracts they come under and, where only one file is meant, its id; in the order of the
    // enumerations.
    private static readonly (string Label, string[] Contracts, string Id)[] Detectors =
    [
        ("YuNet", [ContractNames.YuNet, ContractNames.YuNetProduct], "yunet-2023mar"),
        ("SCRFD / RetinaFace", [ContractNames.Scrfd], "scrfd-2-5g"),
        ("YOLO face", [ContractNames.YoloFace], "yoloface-8n"),
        ("MediaPipe", [ContractNames.MediaPipeDetector], "mediapipe-detector-short"),
    ];

    private static readonly (string Label, string[] Contracts, string Id)[] Landmarkers =
    [
        ("MediaPipe 478", [ContractNames.MediaPipe478], "mediapipe-landmarks-478"),
        ("MediaPipe 468", [ContractNames.MediaPipe468], "mediapipe-mesh-468"),
        ("2D-FAN 68", [ContractNames.Fan68], "2dfan4"),
        ("PeppaPig 68", [ContractNames.PeppaWutz], "peppa-wutz"),
        ("68 of five", [ContractNames.Fan68From5], "fan-68-5"),
        ("PFLD 98", [ContractNames.Pfld98], "pfld-98"),
        ("OpenSeeFace 66", [ContractNames.OpenSeeFace66], "openseeface-66"),
    ];

    private static readonly (string Label, string[] Contracts, string Id)[] Recognisers =
    [
        ("MobileFaceNet", [ContractNames.MobileFaceNet], "mobilefacenet-128"),
        ("ArcFace", [ContractNames.ArcFace], "arcface-w600k-r50"),
    ];

    private static readonly (string Label, string[] Contracts, string Id)[] Segmenters =
    [
        ("Skin, clothes and hair", [ContractNames.SkinClothesHair], "skin-clothes-hair"),
        ("BiSeNet 18", [], "bisenet-resnet-18"),
        ("BiSeNet 34", [], "bisenet-resnet-34"),
        ("XSeg 1", [], "xseg-1"),
        ("XSeg 2", [], "xseg-2"),
        ("XSeg 3", [], "xseg-3"),
    ];

    /// <summary>What artists call the members of <see cref="DetectorKind"/>, in their order.</summary>
    public static IReadOnlyList<string> DetectorLabels { get; } = Labels(Detectors);

    /// <summary>What artists call the members of <see cref="LandmarksKind"/>, in their order.</summary>
    public static IReadOnlyList<string> LandmarksLabels { get; } = Labels(Landmarkers);

    /// <summary>What artists call the members of <see cref="RecogniserKind"/>, in their order.</summary>
    public static IReadOnlyList<string> RecogniserLabels { get; } = Labels(Recognisers);

    /// <summary>What artists call the members of <see cref="SegmenterKind"/>, in their order.</summary>
    public static IReadOnlyList<string> SegmenterLabels { get; } = Labels(Segmenters);

    /// <summary>The files that are meant on a machine: of a family the first that is there, the published one if none is.</summary>
    /// <param name="models">The machine's models.</param>
    /// <param name="detector">What finds faces.</param>
    /// <param name="landmarks">What places the points.</param>
    /// <param name="recogniser">What tells people apart.</param>
    /// <param name="segmenter">What tells a face from what is in front of it.</param>
    public static NetworkChoice Choose(ModelLibrary models, DetectorKind detector, LandmarksKind landmarks, RecogniserKind recogniser, SegmenterKind segmenter)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new NetworkChoice
        {
            Detector = File(models, Detectors, (int)detector),
            Landmarks = File(models, Landmarkers, (int)landmarks),
            Recogniser = File(models, Recognisers, (int)recogniser),
            Segmenter = File(models, Segmenters, (int)segmenter),
        };
    }

    private static string? File(ModelLibrary models, (string Label, string[] Contracts, string Id)[] kinds, int number)
    {
        if (number == 0)
            return null;

        (_, string[] contracts, string published) = kinds[number - 1];
        return models.TryFind(published, out _)
            ? published
            : models.Manifest.Models.FirstOrDefault(entry => entry.Training is null && contracts.Contains(entry.Contract) && models.TryFind(entry.Id, out _))?.Id ?? published;
    }

    private static string[] Labels((string Label, string[] Contracts, string Id)[] kinds) => ["Automatic", .. kinds.Select(kind => kind.Label)];
}

using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Training.Teachers;

ModelLibrary models = ModelLibrary.Default(null);
switch (args)
{
    case ["detect", string output, .. string[] folders] when folders.Length > 0:
        const float doubtful = 0.3f;
        DetectionList.Write(output, Pictures.Of(folders), new YuNetDetector(SessionCache.Get(models.Require(FaceNetwork.Detector.Public)), doubtful));
        return 0;
    case ["faces", string output, .. string[] folders] when folders.Length > 0:
        FaceEngine engine = new(models);
        SkinHairSegmenter segmenter = new(SessionCache.Get(models.Require(FaceNetwork.Segmenter.Public)));
        FaceCrops crops = new();
        foreach (string file in Pictures.Of(folders))
            crops.Add(file, engine, segmenter);
        crops.Save(output);
        return 0;
    case ["embed", string crops112, string output]:
        Embeddings.Write(crops112, output, SessionCache.Get(models.Require(FaceNetwork.Recogniser.Public)));
        return 0;
    default:
        Console.Error.WriteLine("usage: teachers detect OUTPUT.tsv FOLDER… | faces OUTPUT FOLDER… | embed CROPS.npy OUTPUT.npy");
        return 2;
}

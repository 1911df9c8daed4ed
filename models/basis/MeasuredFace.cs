using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis;

/// <summary>A face of a picture as the landmark network sees it.</summary>
/// <param name="Folder">The name of the picture's folder.</param>
/// <param name="Picture">The picture's name without its extension.</param>
/// <param name="Mesh">The points in square pixels.</param>
internal sealed record MeasuredFace(string Folder, string Picture, FaceMesh Mesh)
{
    public HeadPose Pose { get; } = HeadPose.Fit(Mesh);

    public FaceShape Shape => FaceShape.Of(Mesh, Pose);

    /// <summary>Writes faces to a file of the tool's own; the next step reads it.</summary>
    public static void Save(string path, IReadOnlyList<MeasuredFace> faces)
    {
        string aside = path + ".new";
        using (BinaryWriter writer = new(File.Create(aside)))
        {
            writer.Write(faces.Count);
            foreach (MeasuredFace face in faces)
            {
                writer.Write(face.Folder);
                writer.Write(face.Picture);
                writer.Write(face.Mesh.Presence);
                foreach (Vector3 point in face.Mesh.ToSquare())
                {
                    writer.Write(point.X);
                    writer.Write(point.Y);
                    writer.Write(point.Z);
                }
            }
        }

        File.Move(aside, path, overwrite: true);
    }

    public static IReadOnlyList<MeasuredFace> Load(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        List<MeasuredFace> faces = [];
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string folder = reader.ReadString(), picture = reader.ReadString();
            float presence = reader.ReadSingle();
            Vector3[] points = new Vector3[FaceMeshIndices.Count];
            for (int i = 0; i < points.Length; i++)
                points[i] = new Vector3(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            faces.Add(new MeasuredFace(folder, picture, new FaceMesh(points, presence)));
        }

        return faces;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftencoding.h"

#include "model/modelfields.h"
#include "store/bytes.h"
#include "store/bytesdifference.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe::encoding {

namespace {

constexpr qsizetype worthADifference = 4096;
constexpr qsizetype largestText = 256 * 1024 * 1024;

enum Kind : quint64 { Text = 1, Bytes = 2, Difference = 3 };

struct TextMember
{
    const char *name;
    QString RegisteredModel::*member;
};

constexpr std::array textMembers = {
    TextMember{"ModelId", &RegisteredModel::id},
    TextMember{"WorkspaceId", &RegisteredModel::workspaceId},
    TextMember{"Provider", &RegisteredModel::provider},
    TextMember{"UserId", &RegisteredModel::userId},
    TextMember{"OwnerId", &RegisteredModel::ownerId},
    TextMember{"GmtCreateTime", &RegisteredModel::created},
    TextMember{"GmtModifiedTime", &RegisteredModel::modified},
    TextMember{"GmtLatestVersionModifiedTime", &RegisteredModel::latestVersionModified},
    TextMember{"VersionName", &RegisteredModel::latestVersionName},
};

void writeMember(ByteWriter &out, QByteArrayView name, Kind kind, QByteArrayView value)
{
    out.bytes(name);
    out.number(kind);
    out.bytes(value);
}

void writeText(ByteWriter &out, QByteArrayView name, const QString &value)
{
    if (!value.isEmpty())
        writeMember(out, name, Text, textBytes(value));
}

void writeBytes(ByteWriter &out, QByteArrayView name, const QByteArray &value)
{
    if (!value.isEmpty())
        writeMember(out, name, Bytes, value);
}

QByteArray labelBytes(const QList<Label> &labels)
{
    ByteWriter out;
    for (const Label &label : labels) {
        out.text(label.key);
        out.text(label.value);
    }
    return out.result();
}

QByteArray unknownBytes(const QList<RawMember> &members)
{
    ByteWriter out;
    for (const RawMember &member : members) {
        out.text(member.key);
        out.bytes(member.value.utf8());
    }
    return out.result();
}

bool applyDifference(const QByteArray &base, QByteArrayView difference, QByteArray &text)
{
    ByteReader in(difference);
    if (in.number() != quint64(base.size()))
        return false;
    text.clear();
    while (in.ok() && !in.atEnd()) {
        const quint64 from = in.number();
        const quint64 size = in.number();
        const auto whole = quint64(base.size());
        // Copies may not make more of a small file than a text may be.
        if (from > whole || size > whole - from || text.size() > largestText)
            return false;
        text.append(QByteArrayView(base).sliced(qsizetype(from), qsizetype(size)));
        text.append(in.bytes());
    }
    return in.ok();
}

void writeJson(ByteWriter &out, QByteArrayView name, const QByteArray &json, const QByteArray &base)
{
    if (json.size() >= worthADifference && base.size() >= worthADifference) {
        const QByteArray difference = bytesDifference(base, json);
        if (difference.size() < json.size() / 2)
            return writeMember(out, name, Difference, difference);
    }
    writeBytes(out, name, json);
}

void writeMetadata(ByteWriter &out, const ModelMetadata &metadata, const ModelMetadata &base)
{
    for (const ModelField &field : modelFields) {
        if (const auto *text = std::get_if<QString ModelMetadata::*>(&field.member))
            writeText(out, field.key, metadata.*(*text));
        else
            writeJson(out, field.key, field.read(metadata).json().utf8(),
                      field.read(base).json().utf8());
    }
    writeBytes(out, "Labels", labelBytes(metadata.labels));
}

struct Member
{
    QByteArrayView name;
    quint64 kind = 0;
    QByteArrayView value;

    QString text() const { return bytesText(value); }
    QByteArray bytes() const { return value.toByteArray(); }
};

QList<Label> readLabels(ByteReader in)
{
    QList<Label> labels;
    while (in.ok() && !in.atEnd()) {
        Label label{in.text(), {}};
        label.value = in.text();
        labels.append(std::move(label));
    }
    return labels;
}

QList<RawMember> readUnknown(ByteReader in)
{
    QList<RawMember> members;
    while (in.ok() && !in.atEnd()) {
        RawMember member{in.text(), {}};
        member.value = JsonText(in.bytes().toByteArray());
        members.append(std::move(member));
    }
    return members;
}

bool readField(const Member &member, ModelMetadata &metadata, const ModelMetadata &base)
{
    const ModelField *field = findField(QString::fromLatin1(member.name));
    if (!field)
        return true;
    if (const auto *text = std::get_if<QString ModelMetadata::*>(&field->member)) {
        metadata.*(*text) = member.text();
        return member.kind == Text;
    }
    QByteArray json = member.kind == Bytes ? member.bytes() : QByteArray();
    if (member.kind == Difference
        && !applyDifference(field->read(base).json().utf8(), member.value, json))
        return false;
    field->write(metadata, JsonText(std::move(json)));
    return member.kind != Text;
}

//! False when a member cannot be read; \p other takes the ones that are not the metadata's.
template<typename Other>
bool readMembers(QByteArrayView bytes, ModelMetadata &metadata, const ModelMetadata &base,
                 Other other)
{
    ByteReader in(bytes);
    while (in.ok() && !in.atEnd()) {
        Member member{in.bytes(), 0, {}};
        member.kind = in.number();
        member.value = in.bytes();
        if (!in.ok() || member.kind < Text || member.kind > Difference)
            return false;
        if (member.name == "Labels")
            metadata.labels = readLabels(ByteReader(member.value));
        else if (!other(member) && !readField(member, metadata, base))
            return false;
    }
    return in.ok();
}

} // namespace

QByteArray fromModel(const RegisteredModel &model)
{
    ByteWriter out;
    out.reserve(model.metadata.extraInfo.utf8().size() + model.latestVersion.utf8().size() + 1024);
    for (const TextMember &member : textMembers)
        writeText(out, member.name, model.*member.member);
    writeMetadata(out, model.metadata, {});
    writeBytes(out, "LatestVersion", model.latestVersion.utf8());
    writeBytes(out, "Unknown", unknownBytes(model.unknown));
    return out.result();
}

Result<RegisteredModel> toModel(QByteArrayView bytes)
{
    RegisteredModel model;
    const bool isRead = readMembers(bytes, model.metadata, {}, [&](const Member &member) {
        const auto text = std::ranges::find_if(
            textMembers, [&](const TextMember &known) { return member.name == known.name; });
        if (text != textMembers.end())
            model.*text->member = member.text();
        else if (member.name == "LatestVersion")
            model.latestVersion = JsonText(member.bytes());
        else if (member.name == "Unknown")
            model.unknown = readUnknown(ByteReader(member.value));
        else
            return false;
        return true;
    });
    if (!isRead)
        return failure(Error::Kind::Decode, u"a kept model cannot be read"_s);
    return model;
}

QByteArray fromMetadata(const ModelMetadata &metadata, const ModelMetadata &base)
{
    ByteWriter out;
    writeMetadata(out, metadata, base);
    return out.result();
}

Result<ModelMetadata> toMetadata(QByteArrayView bytes, const ModelMetadata &base,
                                 bool *isExtraInfoLost)
{
    ModelMetadata metadata;
    const auto ignoreLost = [&](const Member &member) {
        QByteArray unused;
        const bool isLost = isExtraInfoLost && member.kind == Difference
                            && !applyDifference(base.extraInfo.utf8(), member.value, unused);
        if (isLost)
            *isExtraInfoLost = true;
        return isLost;
    };
    if (!readMembers(bytes, metadata, base, ignoreLost))
        return failure(Error::Kind::Decode, u"kept metadata cannot be read"_s);
    return metadata;
}

} // namespace modelscribe::encoding

// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/objecttext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <algorithm>
#include <simdjson.h>
#include <string>

namespace demo {

namespace {

namespace ondemand = simdjson::ondemand;

/// Keys as they are written, without their quotes.
QList<QByteArray> written(const QStringList &keys)
{
    QList<QByteArray> list;
    for (const auto &key : keys) {
        const QByteArray text = QJsonDocument(QJsonArray {key}).toJson(QJsonDocument::Compact);
        list.append(text.sliced(2, text.size() - 4));
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

/// Up to the last byte that belongs to a value: after it there is what separates it from the next one.
QByteArrayView valueWithin(const char *begin, const char *end, char separator)
{
    QByteArrayView text = QByteArrayView(begin, end).trimmed();
    if (text.endsWith(separator))
        text.chop(1);
    return text.trimmed();
}

void append(std::string &object, QByteArrayView key, QByteArrayView value)
{
    object += object.size() == 1 ? "\"" : ",\"";
    object.append(key.data(), size_t(key.size())).append("\":").append(value.data(), size_t(value.size()));
}

}

BlankText::BlankText(const QJsonObject &blank)
    : m_keys(written(blank.keys()))
{
}

FieldFilter::FieldFilter(const QStringList &fields)
    : m_all(fields.isEmpty())
    , m_keys(written(fields))
{
}

ObjectText::ObjectText(const QByteArray &text)
    : m_text(text)
{
    m_text.reserve(m_text.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    takeApart();
    const auto inOrder = [](const Field &a, const Field &b) { return a.key < b.key; };
    if (!std::is_sorted(m_fields.begin(), m_fields.end(), inOrder))
        std::sort(m_fields.begin(), m_fields.end(), inOrder);
}

void ObjectText::takeApart()
{
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    const simdjson::padded_string_view padded(m_text.constData(), size_t(m_text.size()), size_t(m_text.capacity()));
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return;
    const char *begin = nullptr; // of the value before
    for (auto entry : object) {
        ondemand::field field;
        if (std::move(entry).get(field))
            return;
        const char *key = field.key().raw();
        if (begin)
            m_fields.back().value = valueWithin(begin, key - 1, ',');
        begin = field.value().raw_json_token().data();
        const QByteArrayView name = QByteArrayView(key, begin).chopped(1).trimmed(); // without the colon
        m_fields.push_back({name.chopped(1), {}});
    }
    if (begin)
        m_fields.back().value = valueWithin(begin, m_text.constData() + m_text.size(), '}');
}

QByteArrayView ObjectText::value(QByteArrayView key) const
{
    const auto at = std::lower_bound(
        m_fields.begin(), m_fields.end(), key, [](const Field &field, QByteArrayView k) { return field.key < k; });
    return at != m_fields.end() && at->key == key ? at->value : QByteArrayView();
}

QString ObjectText::text(QByteArrayView key) const
{
    const QByteArrayView written = value(key);
    return written.startsWith('"') ? QString::fromUtf8(written.sliced(1).chopped(1)) : QString();
}

void ObjectText::set(const QByteArray &key, double value)
{
    set(key, QByteArray::number(value, 'g', QLocale::FloatingPointShortest));
}

void ObjectText::set(const QByteArray &key, const QByteArray &value)
{
    m_own.append({key, value});
    const Field field {m_own.at(m_own.size() - 2), m_own.last()};
    const auto at
        = std::lower_bound(m_fields.begin(), m_fields.end(), field.key, [](const Field &known, QByteArrayView k) {
              return known.key < k;
          });
    if (at != m_fields.end() && at->key == field.key)
        *at = field;
    else
        m_fields.insert(at, field);
}

void ObjectText::appendTo(QByteArray &list, const BlankText &blank, const FieldFilter &filter) const
{
    std::string object = "{";
    object.reserve(size_t(m_text.size()) + size_t(blank.keys().size()) * 32);
    auto known = m_fields.begin();
    for (const auto &key : filter.isAll() ? blank.keys() : filter.keys()) {
        for (; known != m_fields.end() && known->key < key; ++known) {
            if (filter.isAll())
                append(object, known->key, known->value);
        }
        const bool has = known != m_fields.end() && known->key == key;
        if (filter.isAll() || (has && known->value != "null"))
            append(object, key, has ? known->value : QByteArrayView("null"));
        known += has ? 1 : 0;
    }
    for (; filter.isAll() && known != m_fields.end(); ++known)
        append(object, known->key, known->value);
    list.append(object.data(), qsizetype(object.size())).append('}');
}

}

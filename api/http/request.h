// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QUrlQuery>

namespace http {

/// One HTTP request without host and without credential: what an endpoint asks for, and what the demo answers.
struct Request {
    QByteArray method = "GET";
    QString path; ///< decoded, starts with "/api/v1/"
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType; ///< "application/json" where there is a body
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
};

/// A whole answer, whatever its status.
struct Response {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
};

}
